/// Patterns beyond one search: a client's hashtags beside each other, competitors, what may be carried over; their pages.
@NullMarked
package dev.upswell.server.across;

import org.jspecify.annotations.NullMarked;
