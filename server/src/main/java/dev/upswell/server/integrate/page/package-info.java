/// The page of connections to trackers.
@NullMarked
package dev.upswell.server.integrate.page;

import org.jspecify.annotations.NullMarked;
