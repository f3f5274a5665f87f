package dev.upswell.scorecard;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How well a creator does, by all key performance indicators together.
///
/// A score is the mean of what is known, by weight: what is missing is neither 0 nor a default. How far what is missing could move it
/// is told by [#worst] and [#best].
///
/// @param scores of all indicators, in their order
public record Scorecard(List<KpiScore> scores, Weighting weighting) {

    public Scorecard {
        scores = List.copyOf(scores);
    }

    /// The scorecard of these inputs.
    ///
    /// **cost** below a microsecond
    public static Scorecard of(CreatorInputs inputs, Weighting weighting) {
        return new Scorecard(Stream.of(Kpi.values()).map(kpi -> kpi.of(inputs)).toList(), weighting);
    }

    /// The same indicators, weighted in another way.
    public Scorecard with(Weighting other) {
        return new Scorecard(scores, other);
    }

    /// What is known of an indicator.
    public KpiScore of(Kpi kpi) {
        return scores.get(kpi.ordinal());
    }

    /// The overall score; empty when nothing is known.
    public OptionalDouble overall() {
        return mean(_ -> true);
    }

    /// The score of the indicators of a tier; empty when nothing of it is known.
    public OptionalDouble of(Tier tier) {
        return mean(one -> one.kpi().tier() == tier);
    }

    private OptionalDouble mean(Predicate<KpiScore> counted) {
        double weights = 0;
        double sum = 0;
        for (KpiScore one : scores) {
            OptionalDouble score = one.score();
            if (score.isPresent() && counted.test(one)) {
                weights += weighting.of(one.kpi());
                sum += weighting.of(one.kpi()) * score.getAsDouble();
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
    }

    /// The weight of the indicators of a tier.
    public double weight(Tier tier) {
        return scores.stream().map(KpiScore::kpi).filter(kpi -> kpi.tier() == tier).mapToDouble(weighting::of).sum();
    }

    /// The share of all weight whose inputs are known [0..1].
    public double coverage() {
        return scores.stream().mapToDouble(one -> weighting.of(one.kpi()) * one.coverage()).sum();
    }

    /// The overall score if everything that is missing were as bad as can be.
    public double worst() {
        return scores.stream().mapToDouble(one -> weighting.of(one.kpi()) * one.worst()).sum();
    }

    /// The overall score if everything that is missing were as good as can be.
    public double best() {
        return scores.stream().mapToDouble(one -> weighting.of(one.kpi()) * one.best()).sum();
    }
}
