package dev.upswell.server.trend;

import org.jspecify.annotations.Nullable;

/// How right predictions were whose outcome is known, over some days.
///
/// @param pairs how many predictions have an outcome; with 0 the figures up to `callsBefore` say nothing
/// @param surges how many surges happened among the predicted entities
/// @param caught how many of them had been called
/// @param calls how often a surge was called
/// @param stated mean probability of the calls; `null` without a call
/// @param callsBefore the calls of as many days before that did not come true; `null` when those were not judged
/// @param leadHours median lead of the calls that came true, from the latest backtest; `null` when unknown
/// @param prAuc of the model in the latest backtest; `null` without one
/// @param growthPrAuc of ranking by the last growth, in the same backtest; `null` without one
/// @param prevalence share of the pairs of that backtest that surged, the PR-AUC of guessing; `null` without one
public record Judged(int days, int pairs, int surges, int caught, int calls, @Nullable Double stated,
        @Nullable Integer callsBefore,
        @Nullable Double leadHours, @Nullable Double prAuc, @Nullable Double growthPrAuc, @Nullable Double prevalence) {
}
