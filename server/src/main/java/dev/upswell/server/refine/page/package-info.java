/// The page of proposed and tried versions of prompts.
@NullMarked
package dev.upswell.server.refine.page;

import org.jspecify.annotations.NullMarked;
