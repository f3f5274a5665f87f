/// The page of analyses of errors.
@NullMarked
package dev.upswell.server.weakness.page;

import org.jspecify.annotations.NullMarked;
