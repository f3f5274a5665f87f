package dev.upswell.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What holds a creator back, what weighs most first, and what could not be looked at.
///
/// @param bottlenecks by priority
/// @param unknown measures whose inputs are missing
public record Diagnosis(List<Bottleneck> bottlenecks, List<Gap> unknown) {

    public Diagnosis {
        bottlenecks = List.copyOf(bottlenecks);
        unknown = List.copyOf(unknown);
    }

    /// A measure that stands too low, or too high where less is better.
    ///
    /// @param value of the measure, in its own unit
    /// @param score of the measure [0..1]
    /// @param impact weight of its indicator times what is missing to the full score
    /// @param gain by which the score is expected to rise
    /// @param confidence in that [0..1]: rises with what is known of the indicator and with outcomes of the playbook
    public record Bottleneck(Gap gap, Gap.Severity severity, double value, double score, double impact,
            double priority, double gain, double confidence) {
    }

    /// What holds this creator back.
    ///
    /// @param evidence what came of each playbook; those that are missing were never followed
    public static Diagnosis of(CreatorInputs inputs, Weighting weighting, Map<Gap, Evidence> evidence) {
        List<Bottleneck> bottlenecks = Stream.of(Gap.values())
                .flatMap(gap -> bottleneck(gap, inputs, weighting, evidence.getOrDefault(gap, Evidence.NONE)).stream())
                .sorted(Comparator.comparingDouble(Bottleneck::priority).reversed()).toList();
        return new Diagnosis(bottlenecks,
                Stream.of(Gap.values()).filter(gap -> gap.measure(inputs).isEmpty()).toList());
    }

    private static Optional<Bottleneck> bottleneck(Gap gap, CreatorInputs inputs, Weighting weighting,
            Evidence evidence) {
        if (gap.measure(inputs).isEmpty()) {
            return Optional.empty();
        }
        double value = gap.measure(inputs).getAsDouble();
        return gap.severity(value).map(severity -> {
            double weight = weighting.of(gap.kpi());
            double missing = 1 - gap.score(inputs);
            double priority = gap.kpi().tier().base() * 2 * weight * 2 * missing * severity.factor();
            double gain = Math.clamp(evidence.expected(gap.gain()), -1, 1) * missing;
            return new Bottleneck(gap, severity, value, 1 - missing, weight * missing, priority, gain,
                    gap.kpi().of(inputs).coverage() * evidence.confidence());
        });
    }
}
