package dev.upswell.fyp;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What each of the 168 hours of a week may be expected to bring, by the clocks of a time zone.
///
/// @param videos on which it rests
/// @param usual the score of videos of all hours [0..100]; null without any
/// @param hours all 168, from Monday's first on
public record WeekEvidence(ZoneId zone, Instant asOf, int videos, @Nullable Double usual, List<HourEvidence> hours) {

    /// Below so many videos nobody knows how far single videos lie from each other, so there are no intervals.
    public static final int LEAST = 10;

    /*
     * An hour's expected score is its own, weighted by n / (n + 5), and that of all hours for the rest: what is best where hours truly differ by a fifth of
     * the variance of single videos. The error follows from the same assumption. With B = n / (n + 5), the variance s² of single videos around their hour,
     * c · s² the variance of the hour's own score by chance (weeks have weights, medians cost more than means) and s² / 5 that of true differences,
     *
     *     error² = B² · c · s² + (1 − B)² · s² / 5
     *
     * The variance of all scores holds both, s² + s² / 5, so s² is five sixths of it. Without videos B is 0: the hour is as all are, give or take how hours
     * differ. Nothing of this knows of trends within the eight weeks; an hour whose worth changes is known less well than this says.
     */

    public WeekEvidence {
        hours = List.copyOf(hours);
        if (hours.size() != 7 * 24) {
            throw new IllegalArgumentException(
                    "hours (" + hours.size() + ") must be 168\nMaybe hours without videos were left out.");
        }
    }

    /// What a video brought for the hour in which it was posted.
    ///
    /// @param score its score at the age of a day without what its hour adds to it, as [FypScore#base] tells [0..100]
    /// @param velocity its views over the first 15 minutes [views/min]; null where they were not read
    public record Brought(Instant postedAt, double score, @Nullable Double velocity) {
    }

    /// What is known at an instant; videos that were not a day old then do not count.
    public static WeekEvidence of(Collection<Brought> posts, ZoneId zone, Instant asOf) {
        SlotMap map = new SlotMap(zone);
        for (Brought one : posts) {
            if (!Mark.DAY.of(one.postedAt()).isAfter(asOf)) {
                map.add(one.postedAt(), one.score(), one.velocity());
            }
        }
        OptionalDouble usual = map.usual(asOf);
        OptionalDouble spread = map.spread(asOf, LEAST);
        Double within = spread.isEmpty()
                ? null
                : Double.valueOf(spread.getAsDouble() * Math.sqrt(SlotMap.DRAWN_BY / (SlotMap.DRAWN_BY + 1)));
        List<HourEvidence> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < 24; hour++) {
                hours.add(hour(map, new Slot(day, hour), asOf, within));
            }
        }
        return new WeekEvidence(zone, asOf, hours.stream().mapToInt(HourEvidence::videos).sum(),
                usual.isEmpty() ? null : Double.valueOf(usual.getAsDouble()), hours);
    }

    private static HourEvidence hour(SlotMap map, Slot slot, Instant asOf, @Nullable Double within) {
        SlotFigures figures = map.of(slot, asOf).orElse(null);
        if (figures == null) {
            OptionalDouble usual = map.usual(asOf);
            return new HourEvidence(slot, 0, null, usual.isEmpty() ? null : Double.valueOf(usual.getAsDouble()),
                    within == null ? null : Double.valueOf(within * Math.sqrt(1 / SlotMap.DRAWN_BY)), null);
        }
        int n = figures.videos();
        double own = n / (n + SlotMap.DRAWN_BY);
        double squared = own * own * map.chance(slot, asOf).orElse(0) + (1 - own) * (1 - own) / SlotMap.DRAWN_BY;
        return new HourEvidence(slot, n, figures.median(), figures.strength(),
                within == null ? null : Double.valueOf(within * Math.sqrt(squared)), figures.medianVelocity());
    }

    /// What is known of an hour.
    public HourEvidence of(Slot slot) {
        return hours.get(24 * slot.day().ordinal() + slot.hour());
    }
}
