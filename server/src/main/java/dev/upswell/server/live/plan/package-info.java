/// What is watched, how often, and what that is expected to cost.
@NullMarked
package dev.upswell.server.live.plan;

import org.jspecify.annotations.NullMarked;
