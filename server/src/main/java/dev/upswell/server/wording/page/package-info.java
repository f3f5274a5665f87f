/// The page of prompts.
@NullMarked
package dev.upswell.server.wording.page;

import org.jspecify.annotations.NullMarked;
