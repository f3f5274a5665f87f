/// The page of quality gates.
@NullMarked
package dev.upswell.server.quality.page;

import org.jspecify.annotations.NullMarked;
