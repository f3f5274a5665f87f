/// Ranking candidates at hand: how long it takes.
@NullMarked
package dev.upswell.benchmarks.ranking;

import org.jspecify.annotations.NullMarked;
