/// Counting what the rows of a file say, in bounded memory.
@NullMarked
package dev.upswell.server.collect.count;

import org.jspecify.annotations.NullMarked;
