/// Quality gates: what is wrong with a batch or stream of readings as a whole, rule by rule, in one pass and bounded memory.
@NullMarked
package dev.upswell.quality;

import org.jspecify.annotations.NullMarked;
