/// What texts and themes come to on real captions.
@NullMarked
package dev.upswell.benchmarks.text;

import org.jspecify.annotations.NullMarked;
