package dev.upswell.across;

import dev.upswell.learn.Interval;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/// What several differences come to together, where each may have a truth of its own.
///
/// @param differences how many were put together
/// @param lift engagement with over without, less 1, in the middle of the truths
/// @param interval 95 % interval of that
/// @param between share of the spread of the differences that is no chance (I²), 0 to 1; 0 with one difference
///
/// **source** DerSimonian and Laird (1986); interval of Hartung and Knapp, never narrower than the spread of chance alone makes it
public record Pooled(int differences, double lift, Interval interval, double between) {

    /// The differences put together; empty where there is none.
    static Optional<Pooled> of(List<Difference> differences) {
        return switch (differences.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Pooled(1, differences.getFirst().lift(), differences.getFirst().interval(), 0));
            default -> Optional.of(together(differences));
        };
    }

    private static Pooled together(List<Difference> all) {
        int degrees = all.size() - 1;
        double sum = all.stream().mapToDouble(one -> weight(one, 0)).sum();
        double squares = all.stream().mapToDouble(one -> weight(one, 0) * weight(one, 0)).sum();
        double heterogeneity = spread(all, 0);
        double variance = Math.max(0, (heterogeneity - degrees) / (sum - squares / sum));
        double weights = all.stream().mapToDouble(one -> weight(one, variance)).sum();
        double scale = Math.max(1, spread(all, variance) / degrees);
        double half = -new TDistribution(degrees).inverseCumulativeProbability(0.025) * Math.sqrt(scale / weights);
        double middle = middle(all, variance);
        return new Pooled(all.size(), Math.expm1(middle),
                new Interval(Math.expm1(middle - half), Math.expm1(middle + half)),
                heterogeneity > degrees ? (heterogeneity - degrees) / heterogeneity : 0);
    }

    private static double spread(List<Difference> all, double variance) {
        double middle = middle(all, variance);
        return all.stream().mapToDouble(one -> weight(one, variance) * (one.log() - middle) * (one.log() - middle))
                .sum();
    }

    private static double middle(List<Difference> all, double variance) {
        return all.stream().mapToDouble(one -> weight(one, variance) * one.log()).sum()
                / all.stream().mapToDouble(one -> weight(one, variance)).sum();
    }

    private static double weight(Difference one, double variance) {
        return 1 / (one.error() * one.error() + variance);
    }
}
