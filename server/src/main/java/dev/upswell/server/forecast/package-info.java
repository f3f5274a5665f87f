/// Forecasts in service: training, prediction, outcomes, backtests and the record of every model.
@NullMarked
package dev.upswell.server.forecast;

import org.jspecify.annotations.NullMarked;
