/// The page that follows the sign-in, and the executive document as a file.
@NullMarked
package dev.upswell.server.overview.page;

import org.jspecify.annotations.NullMarked;
