/// Pages of this slice.
@NullMarked
package dev.upswell.server.audit.page;

import org.jspecify.annotations.NullMarked;
