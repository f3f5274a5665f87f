package dev.upswell.server.scorecard;

import dev.upswell.experiment.Power;
import dev.upswell.scorecard.Diagnosis.Bottleneck;
import dev.upswell.scorecard.Gap;
import org.jspecify.annotations.Nullable;

/// How an experiment on a playbook would be set up.
///
/// @param unit what is dealt to the two groups
/// @param from where the measure stands
/// @param to where the playbook is expected to bring it
/// @param formula by which the size of the groups is reckoned
/// @param deviation of one unit that is assumed; null for shares, which need none
/// @param unitsPerGroup how many units each of the two groups needs to tell that change; null when no change is expected
public record ExperimentPlan(String unit, double from, double to, String formula, @Nullable Double deviation,
        @Nullable Long unitsPerGroup) {

    /// Scores of videos in [0, 1] that spread evenly deviate by 0.29; those of one creator spread less.
    private static final double DEVIATION = 0.25;
    /// A conversion rate of 0.1 is a score of 1.
    private static final double WHOLE_CONVERSION = 0.1;

    /// The plan for a bottleneck, with an error of 5 % and a power of 80 %.
    public static ExperimentPlan of(Bottleneck bottleneck) {
        double from = bottleneck.value();
        return switch (bottleneck.gap()) {
            case CONVERSION_RATE ->
                ofShares("visits to products", from, from + bottleneck.gain() * WHOLE_CONVERSION);
            case CART_ABANDONMENT_RATE -> ofShares("carts", from, from - bottleneck.gain());
            case FUNNEL_COMPLETION_RATE -> ofShares("visits to the shop", from, from + bottleneck.gain());
            case TIKTOK_SHOP_INTEGRATION, VIDEO_QUALITY, INTERACTION_BALANCE -> ofMeans(bottleneck.gap(), from,
                    from + bottleneck.gain());
        };
    }

    private static ExperimentPlan ofShares(String unit, double from, double to) {
        double aim = Math.clamp(to, 0, 1);
        return new ExperimentPlan(unit, from, aim, "two-proportion z test, pooled variance", null,
                from == aim ? null : Power.USUAL.forShares(from, aim));
    }

    private static ExperimentPlan ofMeans(Gap gap, double from, double to) {
        String unit = gap == Gap.TIKTOK_SHOP_INTEGRATION ? "posts with products" : "videos";
        return new ExperimentPlan(unit, from, to, "two-sample t test, equal variances", DEVIATION,
                from == to ? null : Power.USUAL.forMeans(to - from, DEVIATION));
    }
}
