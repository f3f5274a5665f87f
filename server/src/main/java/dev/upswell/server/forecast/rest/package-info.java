/// The REST endpoints of models, predictions, outcomes and backtests under `/api/v1`.
@NullMarked
package dev.upswell.server.forecast.rest;

import org.jspecify.annotations.NullMarked;
