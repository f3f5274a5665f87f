package dev.upswell.fyp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Scores marks in the order of time, each beside what passed strictly before it.
///
/// So a score never changes by what is observed later, and scoring on from any instant gives the same as scoring from the
/// beginning, as long as the scores of [#MEMORY] before that instant are given.
public final class FypScoring {

    /// No score rests on marks that were reached longer before it.
    public static final Duration MEMORY = Duration.ofDays(7L * (SlotMap.WEEKS + 1) + 2);

    /// No place among other videos rests on marks that were reached longer before it; what lies further back counts in slots only.
    public static final Duration COMPARED = Duration.ofDays(Reference.DAYS + 1L);

    private final Map<Mark, Reference> references = new EnumMap<>(Mark.class);
    private final SlotMap slots = new SlotMap(ZoneOffset.UTC);
    private final ArrayDeque<FypScore> justScored = new ArrayDeque<>();

    /// Scoring that remembers nothing yet. It holds numbers of the time that counts, whatever the number of videos before.
    public FypScoring() {
    }

    /// The scores of marks, in order.
    ///
    /// @param before scores of marks that were all reached before the first of `marks`, in any order
    public static List<FypScore> scores(Collection<FypScore> before, Collection<MarkValues> marks) {
        FypScoring scoring = after(before);
        TreeMap<MarkValues.Key, MarkValues> ordered = new TreeMap<>();
        marks.forEach(one -> ordered.put(one.key(), one));
        return ordered.values().stream().map(scoring::next).toList();
    }

    /// The score of the next mark. Marks are given in order of time; those reached at one instant do not count for each other.
    public FypScore next(MarkValues measured) {
        catchUp(measured.asOf());
        FypScore score = score(measured);
        justScored.add(score);
        return score;
    }

    private void catchUp(Instant asOf) {
        while (!justScored.isEmpty() && justScored.getFirst().asOf().isBefore(asOf)) {
            add(justScored.removeFirst());
        }
    }

    /// Remembers what a video measured at a mark that was reached before the next to score, in order of time.
    public void remember(FypScore score) {
        score.parts().forEach((metric, part) -> reference(score.mark()).add(score.asOf(), metric, part.value()));
    }

    /// Remembers what a video brought for the slot in which it was posted, in order of time.
    ///
    /// @param base its score at a day without what its slot adds to it, as [FypScore#base] tells
    /// @param velocity its views per minute over the first 15 minutes; null when not read
    public void rememberSlot(Instant postedAt, double base, @Nullable Double velocity) {
        slots.add(postedAt, base, velocity);
    }

    /// The medians of the brand's videos at this mark, as known at an instant that is not before the last mark scored; only of
    /// measures with five values or more.
    public Map<FypMetric, Double> medians(Mark mark, Instant asOf) {
        catchUp(asOf);
        return values(mark, asOf, 0.5);
    }

    /// The slots of posting as known at an instant that is not before what was remembered last.
    public List<SlotFigures> slots(Instant asOf) {
        catchUp(asOf);
        return slots.list(asOf);
    }

    /// The value of the brand's videos that has a place, such as 0.5 for the median; only of measures with five values or more.
    ///
    /// @param before scores of which those that reached the mark before `asOf` count
    public static Map<FypMetric, Double> values(Collection<FypScore> before, Mark mark, Instant asOf, double place) {
        return after(before.stream().filter(score -> score.asOf().isBefore(asOf)).toList()).values(mark, asOf, place);
    }

    private Map<FypMetric, Double> values(Mark mark, Instant asOf, double place) {
        Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
        for (FypMetric metric : FypMetric.values()) {
            reference(mark).valueAt(metric, place, asOf).ifPresent(value -> values.put(metric, value));
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
        remember(score);
        OptionalDouble base = score.base();
        if (score.mark() == Mark.DAY && base.isPresent()) {
            FypScore.Part velocity = score.parts().get(FypMetric.V15);
            rememberSlot(score.postedAt(), base.getAsDouble(), velocity == null ? null : velocity.value());
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
