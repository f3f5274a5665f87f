/// Scorecards of creators: what a request tells of one, and what is answered.
@NullMarked
package dev.upswell.server.scorecard;

import org.jspecify.annotations.NullMarked;
