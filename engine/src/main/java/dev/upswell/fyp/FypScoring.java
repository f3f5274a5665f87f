package dev.upswell.fyp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Scores marks in the order of time, each beside what passed strictly before it.
///
/// So a score never changes by what is observed later, and scoring on from any instant gives the same as scoring from the
/// beginning, as long as the scores of [#MEMORY] before that instant are given.
public final class FypScoring {

    /// No score rests on marks that were reached longer before it.
    public static final Duration MEMORY = Duration.ofDays(7L * (SlotMap.WEEKS + 1) + 2);

    private final Map<Mark, Reference> references = new EnumMap<>(Mark.class);
    private final SlotMap slots = new SlotMap();

    private FypScoring() {
    }

    /// The scores of marks, in order.
    ///
    /// @param before scores of marks that were all reached before the first of `marks`, in any order
    public static List<FypScore> scores(Collection<FypScore> before, Collection<MarkValues> marks) {
        FypScoring scoring = after(before);
        TreeMap<MarkValues.Key, MarkValues> ordered = new TreeMap<>();
        marks.forEach(one -> ordered.put(one.key(), one));
        List<FypScore> scores = new ArrayList<>();
        int added = 0;
        for (MarkValues values : ordered.values()) {
            for (; added < scores.size() && scores.get(added).asOf().isBefore(values.asOf()); added++) {
                scoring.add(scores.get(added));
            }
            scores.add(scoring.score(values));
        }
        return scores;
    }

    /// The slots of posting as known at an instant.
    ///
    /// @param before scores of marks that were reached before it; later ones are not looked at
    public static List<SlotFigures> slots(Collection<FypScore> before, Instant asOf) {
        return after(before.stream().filter(score -> score.asOf().isBefore(asOf)).toList()).slots.list(asOf);
    }

    /// The value of the brand's videos that has a place, such as 0.5 for the median; only of measures with five values or more.
    ///
    /// @param before scores of which those that reached the mark before `asOf` count
    public static Map<FypMetric, Double> values(Collection<FypScore> before, Mark mark, Instant asOf, double place) {
        FypScoring scoring = after(before.stream().filter(score -> score.asOf().isBefore(asOf)).toList());
        Reference reference = scoring.reference(mark);
        Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
        for (FypMetric metric : FypMetric.values()) {
            reference.valueAt(metric, place, asOf).ifPresent(value -> values.put(metric, value));
        }
        return values;
    }

    private static FypScoring after(Collection<FypScore> before) {
        FypScoring scoring = new FypScoring();
        TreeMap<MarkValues.Key, FypScore> ordered = new TreeMap<>();
        before.forEach(score -> ordered.put(score.key(), score));
        ordered.values().forEach(scoring::add);
        return scoring;
    }

    private Reference reference(Mark mark) {
        return references.computeIfAbsent(mark, key -> new Reference());
    }

    private void add(FypScore score) {
        score.parts().forEach((metric, part) -> reference(score.mark()).add(score.asOf(), metric, part.value()));
        OptionalDouble base = score.base();
        if (score.mark() == Mark.DAY && base.isPresent()) {
            FypScore.Part velocity = score.parts().get(FypMetric.V15);
            slots.add(score.postedAt(), base.getAsDouble(), velocity == null ? null : velocity.value());
        }
    }

    private FypScore score(MarkValues measured) {
        Map<FypMetric, FypScore.Part> parts = new EnumMap<>(FypMetric.class);
        measured.values().forEach((metric, value) -> parts.put(metric, part(measured, metric, value)));
        Optional<SlotFigures> slot = slots.of(Slot.of(measured.postedAt()), measured.asOf());
        slot.ifPresent(figures -> parts.put(FypMetric.TIMING, part(measured, FypMetric.TIMING, figures.strength())));
        return new FypScore(measured.video(), measured.mark(), measured.postedAt(), parts);
    }

    private FypScore.Part part(MarkValues measured, FypMetric metric, double value) {
        OptionalDouble place = reference(measured.mark()).place(metric, value, measured.asOf());
        return new FypScore.Part(value, place.isEmpty() ? null : Double.valueOf(100 * place.getAsDouble()));
    }
}
