/// Pages of this slice.
@NullMarked
package dev.upswell.server.access.page;

import org.jspecify.annotations.NullMarked;
