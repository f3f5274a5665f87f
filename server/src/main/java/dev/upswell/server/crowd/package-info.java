/// What people of a tenant did with videos, and what all of them together tell of each.
@NullMarked
package dev.upswell.server.crowd;

import org.jspecify.annotations.NullMarked;
