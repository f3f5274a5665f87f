/// The pages of scorecards.
@NullMarked
package dev.upswell.server.scorecard.page;

import org.jspecify.annotations.NullMarked;
