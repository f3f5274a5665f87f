package dev.upswell.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the origin of these scorecards says of a creator, number by number, for those who have to go on comparing with it.
///
/// It is kept with what is wrong about it: what is missing counts as a default, every creator has an unbalanced interaction of score 0,
/// confidence is highest where least is to be gained, and the room for improvement is the difference of two scales. [Diagnosis] is
/// what to act on.
///
/// @param revenue the score of the first tier
/// @param low indicators of the first tier below 0.3, what weighs most first
/// @param advice the three that count most
public record SeedAnalysis(Scorecard card, double revenue, List<Low> low, List<Advice> advice) {

    private static final int ADVICE = 3;
    private static final double CERTAIN_HIGH = 9.6;
    private static final double CERTAIN_MEDIUM = 8;
    /// The order in which the origin goes through the first tier.
    private static final List<Kpi> REVENUE = List.of(Kpi.SALES_PERFORMANCE, Kpi.TIKTOK_SHOP, Kpi.SHOP_CONVERSION);

    public SeedAnalysis {
        low = List.copyOf(low);
        advice = List.copyOf(advice);
    }

    /// An indicator that stands low.
    public record Low(Kpi kpi, double score, double weight) {

        /// Weight times score, although what is missing to the full score would matter.
        public double impact() {
            return weight * score;
        }
    }

    /// What the origin recommends.
    ///
    /// @param score of the measure, 0 to 1
    /// @param gain expected
    public record Advice(Gap gap, Gap.Severity severity, double score, double gain, double priority,
            double confidence) {

        /// Where the measure is expected to stand afterwards.
        public double target() {
            return score + gain;
        }
    }

    /// What it says of these inputs.
    ///
    /// @param inputs from [CreatorInputs#asSeed]
    public static SeedAnalysis of(CreatorInputs inputs) {
        Scorecard card = Scorecard.of(inputs, Weighting.SEED);
        List<Low> low = REVENUE.stream()
                .map(kpi -> new Low(kpi, card.of(kpi).sum(), Weighting.SEED.of(kpi)))
                .filter(one -> KpiScore.Level.of(one.score()) == KpiScore.Level.LOW)
                .sorted(Comparator.comparingDouble(Low::impact).reversed()).toList();
        List<Advice> advice = Stream.of(Gap.values()).flatMap(gap -> advice(gap, inputs).stream())
                .sorted(Comparator.comparingDouble(Advice::priority).reversed()).limit(ADVICE).toList();
        return new SeedAnalysis(card, card.of(Tier.REVENUE).orElse(0), low, advice);
    }

    private static Optional<Advice> advice(Gap gap, CreatorInputs inputs) {
        double value = gap == Gap.INTERACTION_BALANCE ? 0 : gap.measure(inputs).orElse(0);
        double score = gap == Gap.CART_ABANDONMENT_RATE ? 1 - value : value;
        return gap.severity(value).map(severity -> {
            double weight = Weighting.SEED.of(gap.kpi()) * factor(gap, severity);
            int base = gap == Gap.VIDEO_QUALITY ? Tier.REVENUE.base() : gap.kpi().tier().base();
            double priority = base * 2 * weight * 2 * (1 - score) * severity.factor();
            double certain = severity == Gap.Severity.HIGH ? CERTAIN_HIGH : CERTAIN_MEDIUM;
            return new Advice(gap, severity, score, gap.gain() * (1 - score), priority, certain * weight * score);
        });
    }

    /// Poor videos count twice and threefold.
    private static int factor(Gap gap, Gap.Severity severity) {
        if (gap != Gap.VIDEO_QUALITY) {
            return 1;
        }
        return severity == Gap.Severity.HIGH ? 3 : 2;
    }

    /// What the origin calls the best possible score of the first tier: its weight.
    public double bestRevenue() {
        return Stream.of(Kpi.values()).filter(kpi -> kpi.tier() == Tier.REVENUE).mapToDouble(Weighting.SEED::of).sum();
    }
}
