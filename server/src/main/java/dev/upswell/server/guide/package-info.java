/// The documentation of the product as pages of it: what the project's folder `docs` holds, listed, searched and rendered.
@NullMarked
package dev.upswell.server.guide;

import org.jspecify.annotations.NullMarked;
