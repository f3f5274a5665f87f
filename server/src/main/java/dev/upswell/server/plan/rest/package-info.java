/// The endpoints of the planner.
@NullMarked
package dev.upswell.server.plan.rest;

import org.jspecify.annotations.NullMarked;
