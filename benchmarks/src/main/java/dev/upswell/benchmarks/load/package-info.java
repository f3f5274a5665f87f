/// People who browse a running server while files come in.
@NullMarked
package dev.upswell.benchmarks.load;

import org.jspecify.annotations.NullMarked;
