/// Inputs of scorecards made from readings, orders, sales, viewing and ads in the lake.
@NullMarked
package dev.upswell.server.scorecard.derive;

import org.jspecify.annotations.NullMarked;
