/// Finding videos among a million: how fast, and how much of what an exact search finds.
@NullMarked
package dev.upswell.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
