/// The page of alert rules.
@NullMarked
package dev.upswell.server.vigil.page;

import org.jspecify.annotations.NullMarked;
