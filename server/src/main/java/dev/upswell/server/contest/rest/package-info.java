/// What programs ask of trials, values, configurations and rankers.
@NullMarked
package dev.upswell.server.contest.rest;

import org.jspecify.annotations.NullMarked;
