/// Judging of forecasts beside the oracle: the worlds that were fixed for it, and what of the knowable a forecast found.
@NullMarked
package dev.upswell.simulate.judge;

import org.jspecify.annotations.NullMarked;
