package dev.upswell.weigh;

/// How weights are fitted and judged.
///
/// @param judged how many of the last periods judge and are not learnt from, at least 1
/// @param rule what the weights must keep to
/// @param resamples how often creators are drawn anew for the intervals, at least 100
/// @param seed of those draws
public record FitSettings(int judged, TierRule rule, int resamples, long seed) {

    /// A quarter of a year of months, tiers in order, a thousand draws.
    public static final FitSettings USUAL = new FitSettings(3, TierRule.ORDERED, 1_000, 1);

    private static final int FEWEST = 100;

    public FitSettings {
        if (judged < 1 || resamples < FEWEST) {
            throw new IllegalArgumentException("judged periods (" + judged + ") and resamples (" + resamples
                    + ") must be at least 1 and " + FEWEST + "\nMaybe start from FitSettings.USUAL.");
        }
    }

    /// The same with so many periods that judge.
    public FitSettings judging(int periods) {
        return new FitSettings(periods, rule, resamples, seed);
    }

    /// The same with another rule.
    public FitSettings with(TierRule other) {
        return new FitSettings(judged, other, resamples, seed);
    }
}
