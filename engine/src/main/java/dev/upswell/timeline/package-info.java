/// Observations of entities over time: readings, as-of reads and what is wrong with them.
@NullMarked
package dev.upswell.timeline;

import org.jspecify.annotations.NullMarked;
