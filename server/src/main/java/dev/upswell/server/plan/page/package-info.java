/// The page of the planner, and its calendar file.
@NullMarked
package dev.upswell.server.plan.page;

import org.jspecify.annotations.NullMarked;
