/// What live sources are asked for whoever waits for a list: the queries of a profile, what came, and what stood in the way.
@NullMarked
package dev.upswell.server.seek;

import org.jspecify.annotations.NullMarked;
