/// The pattern library.
@NullMarked
package dev.upswell.server.creative.page;

import org.jspecify.annotations.NullMarked;
