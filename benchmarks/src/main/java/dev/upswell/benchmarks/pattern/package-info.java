/// How often the search for creative patterns is right, on made worlds.
@NullMarked
package dev.upswell.benchmarks.pattern;

import org.jspecify.annotations.NullMarked;
