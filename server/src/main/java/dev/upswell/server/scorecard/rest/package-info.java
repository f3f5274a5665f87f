/// The endpoints of scorecards.
@NullMarked
package dev.upswell.server.scorecard.rest;

import org.jspecify.annotations.NullMarked;
