/// The page of searches for trainer settings.
@NullMarked
package dev.upswell.server.tuning.page;

import org.jspecify.annotations.NullMarked;
