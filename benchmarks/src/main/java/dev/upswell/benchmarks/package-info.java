/// Measurements of Upswell beside a peer on the same data in one run.
@NullMarked
package dev.upswell.benchmarks;

import org.jspecify.annotations.NullMarked;
