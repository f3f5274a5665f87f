package dev.upswell.fyp;

import dev.upswell.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What moved a video's score away from the middle, beside the brand's median and beside winners that resemble it.
///
/// @param causes what moved it, the most first; their points sum to the score less 50
/// @param winners the strong videos that resemble it most, the nearest first; may be empty
public record RootCause(List<Cause> causes, List<FypScore> winners) {

    private static final int MOST_WINNERS = 10;

    public RootCause {
        causes = List.copyOf(causes);
        winners = List.copyOf(winners);
    }

    /// What one measure did.
    ///
    /// @param value as it was measured
    /// @param median of the brand's videos before it
    /// @param winners median of the winners that resemble it; null where none does or none has it
    /// @param points what it adds to the score, or takes away
    public record Cause(FypMetric metric, double value, double median, @Nullable Double winners, double points) {
    }

    /// The causes of a score.
    ///
    /// @param before scores of which those that reached the mark before it, and within 14 days, count
    /// @param traits what each video is, such as its creator, sound and hashtags, by its id; videos that share more resemble
    ///     each other more
    public static RootCause of(FypScore score, Collection<FypScore> before, Map<String, Set<String>> traits) {
        List<FypScore> compared = before.stream().filter(one -> one.mark() == score.mark()
                && one.asOf().isBefore(score.asOf())
                && Reference.day(one.asOf()) > Reference.day(score.asOf()) - Reference.DAYS).toList();
        Map<FypMetric, Double> medians = FypScoring.values(compared, score.mark(), score.asOf(), 0.5);
        List<FypScore> winners = winners(score, compared, traits);
        double weights = 0;
        for (FypMetric metric : FypMetric.values()) {
            weights += score.place(metric).isPresent() ? metric.weight() : 0;
        }
        List<Cause> causes = new ArrayList<>();
        for (FypMetric metric : FypMetric.values()) {
            OptionalDouble counted = score.score(metric);
            FypScore.Part part = score.parts().get(metric);
            Double median = medians.get(metric);
            if (counted.isPresent() && part != null && median != null && metric.weight() > 0) {
                causes.add(new Cause(metric, part.value(), median, ofWinners(winners, metric),
                        metric.weight() * (counted.getAsDouble() - 50) / weights));
            }
        }
        causes.sort(Comparator.comparingDouble((Cause cause) -> -Math.abs(cause.points()))
                .thenComparing(Cause::metric));
        return new RootCause(causes, winners);
    }

    private static List<FypScore> winners(FypScore score, List<FypScore> compared, Map<String, Set<String>> traits) {
        Set<String> own = traits.getOrDefault(score.video().value(), Set.of());
        record Alike(FypScore score, double likeness) {
        }
        return compared.stream().filter(one -> one.status() == FypScore.Status.STRONG)
                .map(one -> new Alike(one, likeness(own, traits.getOrDefault(one.video().value(), Set.of()))))
                .filter(one -> one.likeness() > 0)
                .sorted(Comparator.comparingDouble((Alike one) -> -one.likeness())
                        .thenComparing(one -> -one.score().fyp().orElse(0)).thenComparing(one -> one.score().key()))
                .limit(MOST_WINNERS).map(Alike::score).toList();
    }

    /// What two share, by what either has.
    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        int either = one.size() + other.size() - shared.size();
        return either == 0 ? 0 : (double) shared.size() / either;
    }

    private static @Nullable Double ofWinners(List<FypScore> winners, FypMetric metric) {
        double[] values = winners.stream().map(one -> one.parts().get(metric)).filter(part -> part != null)
                .mapToDouble(FypScore.Part::value).toArray();
        return values.length == 0 ? null : Double.valueOf(Quantiles.of(values, 0.5));
    }
}
