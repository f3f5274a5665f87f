/// Where forecasts are wrong more often than elsewhere: segments found and confirmed, said in words, and the tasks that follow.
@NullMarked
package dev.upswell.server.weakness;

import org.jspecify.annotations.NullMarked;
