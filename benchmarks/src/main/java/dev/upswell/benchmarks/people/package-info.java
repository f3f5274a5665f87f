/// Recommenders judged on the simulated people.
@NullMarked
package dev.upswell.benchmarks.people;

import org.jspecify.annotations.NullMarked;
