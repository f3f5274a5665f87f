package dev.upswell.fyp;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How well a video does at a mark beside the brand's videos before it, from 0 to 100 with 50 for the middle.
///
/// What is not known is left out and its weight shared among the rest; [#coverage] says how much weight is known.
///
/// @param parts what was measured, with its place
public record FypScore(EntityId video, Mark mark, Instant postedAt, Map<FypMetric, Part> parts) {

    private static final double STRONG = 70;
    private static final double AVERAGE = 50;
    private static final double ALARMING = 40;
    private static final double HIGH_VELOCITY = 80;
    private static final double HIGH = 70;

    public FypScore {
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /// A measure and where it stands.
    ///
    /// @param place share of the brand's values below it, times 100; null where fewer than five videos passed the mark before
    public record Part(double value, @Nullable Double place) {
    }

    /// How good a score is.
    public enum Status {
        STRONG,
        AVERAGE,
        WEAK
    }

    /// When the video reached the mark: nothing observed later counts.
    public Instant asOf() {
        return mark.of(postedAt);
    }

    /// Its place in time.
    public MarkValues.Key key() {
        return new MarkValues.Key(asOf(), video, mark);
    }

    /// Where a measure stands [0..100]; empty when it was not measured or cannot be compared.
    public OptionalDouble place(FypMetric metric) {
        Part part = parts.get(metric);
        return part == null || part.place() == null ? OptionalDouble.empty() : OptionalDouble.of(part.place());
    }

    /// What a measure gives to the score [0..100]: its place, or 100 minus it where less is better.
    public OptionalDouble score(FypMetric metric) {
        OptionalDouble place = place(metric);
        return place.isEmpty() || !metric.isLoss() ? place : OptionalDouble.of(100 - place.getAsDouble());
    }

    /// The score [0..100]; empty when nothing can be compared.
    public OptionalDouble fyp() {
        return without(null);
    }

    /// The score as it is without what the slot of posting adds: slots are judged by it.
    public OptionalDouble base() {
        return without(FypMetric.TIMING);
    }

    private OptionalDouble without(@Nullable FypMetric left) {
        double sum = 0;
        double weights = 0;
        for (FypMetric metric : FypMetric.values()) {
            OptionalDouble score = metric == left ? OptionalDouble.empty() : score(metric);
            if (score.isPresent()) {
                // Distances from the middle, so that a video of medians scores 50 to the last bit.
                sum += metric.weight() * (score.getAsDouble() - 50);
                weights += metric.weight();
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(50 + sum / weights, 0, 100));
    }

    /// The score in the form of the source, with 50 minus the places of losses: −7.5 to 92.5 and 42.5 for the middle where all
    /// is known.
    public OptionalDouble literal() {
        OptionalDouble fyp = fyp();
        double losses = 0;
        for (FypMetric metric : List.of(FypMetric.DROP_0_3S, FypMetric.DROP_3_5S)) {
            losses += place(metric).isPresent() ? metric.weight() : 0;
        }
        return fyp.isEmpty() ? fyp : OptionalDouble.of(fyp.getAsDouble() - 50 * losses / coverage());
    }

    /// The share of the weight that is known [0..1].
    public double coverage() {
        double known = 0;
        for (FypMetric metric : FypMetric.values()) {
            known += place(metric).isPresent() ? metric.weight() : 0;
        }
        return Math.min(1, known);
    }

    /// What the score lacks: measures with a weight that are not known or cannot be compared.
    public List<FypMetric> missing() {
        List<FypMetric> missing = new ArrayList<>();
        for (FypMetric metric : FypMetric.values()) {
            if (metric.weight() > 0 && place(metric).isEmpty()) {
                missing.add(metric);
            }
        }
        return missing;
    }

    /// How good the score is; null without one.
    public @Nullable Status status() {
        OptionalDouble fyp = fyp();
        if (fyp.isEmpty()) {
            return null;
        }
        return fyp.getAsDouble() >= STRONG
                ? Status.STRONG
                : fyp.getAsDouble() >= AVERAGE ? Status.AVERAGE : Status.WEAK;
    }

    /// Whether it moves as few of the brand's do: V15 in the upper fifth, or completion and engagement both in the upper three
    /// tenths.
    public boolean isEvent() {
        return isAtLeast(FypMetric.V15, HIGH_VELOCITY)
                || isAtLeast(FypMetric.COMPLETION_RATE, HIGH) && isAtLeast(FypMetric.ENGAGEMENT_RATE, HIGH);
    }

    private boolean isAtLeast(FypMetric metric, double bar) {
        OptionalDouble place = place(metric);
        return place.isPresent() && place.getAsDouble() >= bar;
    }

    /// What is alarmingly low a quarter of an hour after posting: V15 or completion below two fifths of the brand's; empty at
    /// other marks.
    public List<FypMetric> alarms() {
        List<FypMetric> low = new ArrayList<>();
        for (FypMetric metric : List.of(FypMetric.V15, FypMetric.COMPLETION_RATE)) {
            OptionalDouble place = place(metric);
            if (mark == Mark.QUARTER && place.isPresent() && place.getAsDouble() < ALARMING) {
                low.add(metric);
            }
        }
        return low;
    }
}
