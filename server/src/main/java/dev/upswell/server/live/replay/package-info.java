/// Reads raw answers of the lake again, as it was asked for.
@NullMarked
package dev.upswell.server.live.replay;

import org.jspecify.annotations.NullMarked;
