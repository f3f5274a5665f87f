/// Which hashtags, sounds, videos and creators will surge, how sure that is and how early: labels, baselines, models,
/// rolling-origin backtest.
@NullMarked
package dev.upswell.forecast;

import org.jspecify.annotations.NullMarked;
