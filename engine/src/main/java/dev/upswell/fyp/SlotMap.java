package dev.upswell.fyp;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What videos brought by the hour of the week in which they were posted, from their scores at the age of a day.
///
/// Values are added in order of time.
final class SlotMap {

    /*
     * Of each week the median of a slot counts, with 0.6 to the power of the week's age, over eight weeks (from Monday, UTC). With few videos this is
     * noise, so the slot's figure is drawn to that of all slots as if five more videos had been posted in it that did as all do. A slot without videos
     * has no figure: it is not known to be average.
     */
    static final int WEEKS = 8;
    static final double DRAWN_BY = 5;
    /// What one value more or less of a median tells beside one of a mean, among many values of a normal distribution.
    private static final double MEDIAN_PRICE = Math.PI / 2;

    private final ZoneId zone;
    private final TreeMap<Slot, Weeks> slots = new TreeMap<>();
    private final Weeks all = new Weeks();

    /// @param zone by whose clocks hours and weeks are told
    SlotMap(ZoneId zone) {
        this.zone = zone;
    }

    /// What is known of the videos of some slots by weeks.
    private static final class Weeks {
        private final TreeMap<Long, SortedValues> scores = new TreeMap<>();
        private final TreeMap<Long, SortedValues> velocities = new TreeMap<>();

        void add(long week, double score, @Nullable Double velocity) {
            scores.computeIfAbsent(week, key -> new SortedValues()).add(score);
            scores.headMap(week - WEEKS, true).clear();
            if (velocity != null) {
                velocities.computeIfAbsent(week, key -> new SortedValues()).add(velocity);
            }
            velocities.headMap(week - WEEKS, true).clear();
        }

        /// How far the usual score of these videos may be off by chance, in units of the spread of single videos, squared.
        double chance(long now) {
            double sum = 0;
            double total = 0;
            for (Map.Entry<Long, SortedValues> one : known(scores, now).entrySet()) {
                double weight = Math.pow(Reference.LAMBDA, now - one.getKey());
                int n = one.getValue().size();
                // The median of one or two values is their mean.
                sum += weight * weight * (n > 2 ? MEDIAN_PRICE : 1) / n;
                total += weight;
            }
            return sum / (total * total);
        }

        static int count(TreeMap<Long, SortedValues> weeks, long now) {
            return known(weeks, now).values().stream().mapToInt(SortedValues::size).sum();
        }

        static Map<Long, SortedValues> known(TreeMap<Long, SortedValues> weeks, long now) {
            return weeks.subMap(now - WEEKS, false, now, true);
        }

        static double usual(TreeMap<Long, SortedValues> weeks, long now) {
            double sum = 0;
            double total = 0;
            for (Map.Entry<Long, SortedValues> one : known(weeks, now).entrySet()) {
                double weight = Math.pow(Reference.LAMBDA, now - one.getKey());
                sum += weight * one.getValue().median();
                total += weight;
            }
            return sum / total;
        }
    }

    private long week(Instant at) {
        return Math.floorDiv(at.atZone(zone).toLocalDate().toEpochDay() + 3, 7L);
    }

    /// Adds a video that reached the age of a day.
    ///
    /// @param score its score without what its slot adds to it
    void add(Instant postedAt, double score, @Nullable Double velocity) {
        long week = week(postedAt);
        slots.computeIfAbsent(Slot.of(postedAt, zone), key -> new Weeks()).add(week, score, velocity);
        all.add(week, score, velocity);
    }

    Optional<SlotFigures> of(Slot slot, Instant asOf) {
        Weeks weeks = slots.get(slot);
        long now = week(asOf);
        if (weeks == null || Weeks.count(weeks.scores, now) == 0) {
            return Optional.empty();
        }
        int n = Weeks.count(weeks.scores, now);
        int read = Weeks.count(weeks.velocities, now);
        double score = Weeks.usual(weeks.scores, now);
        return Optional.of(new SlotFigures(slot, n, score, drawn(score, Weeks.usual(all.scores, now), n),
                read == 0 ? null : Double.valueOf(Weeks.usual(weeks.velocities, now)),
                read == 0
                        ? null
                        : Double.valueOf(
                                drawn(Weeks.usual(weeks.velocities, now), Weeks.usual(all.velocities, now), read))));
    }

    /// The score of videos of all slots; empty without any.
    OptionalDouble usual(Instant asOf) {
        long now = week(asOf);
        return Weeks.count(all.scores, now) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Weeks.usual(all.scores, now));
    }

    /// How far single videos lie from each other: the standard deviation of their scores; empty below `least` videos.
    OptionalDouble spread(Instant asOf, int least) {
        double n = 0;
        double mean = 0;
        double squares = 0;
        for (SortedValues values : Weeks.known(all.scores, week(asOf)).values()) {
            for (int i = 0; i < values.size(); i++) {
                n++;
                double off = values.get(i) - mean;
                mean += off / n;
                squares += off * (values.get(i) - mean);
            }
        }
        return n < least ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (n - 1)));
    }

    /// [Weeks#chance] of a slot; empty without videos in it.
    OptionalDouble chance(Slot slot, Instant asOf) {
        Weeks weeks = slots.get(slot);
        long now = week(asOf);
        return weeks == null || Weeks.count(weeks.scores, now) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(weeks.chance(now));
    }

    private static double drawn(double own, double common, int n) {
        return common + (own - common) * n / (n + DRAWN_BY);
    }

    List<SlotFigures> list(Instant asOf) {
        List<SlotFigures> figures = new ArrayList<>();
        slots.keySet().forEach(slot -> of(slot, asOf).ifPresent(figures::add));
        return figures;
    }
}
