/// The page of trials of configurations.
@NullMarked
package dev.upswell.server.contest.page;

import org.jspecify.annotations.NullMarked;
