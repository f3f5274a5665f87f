/// The pages of the documentation.
@NullMarked
package dev.upswell.server.guide.page;

import org.jspecify.annotations.NullMarked;
