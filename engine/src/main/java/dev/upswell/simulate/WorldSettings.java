package dev.upswell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Everything that decides what a simulated world is: equal settings give equal bytes.
///
/// @param start when observation begins, a full hour
/// @param days how long it is observed, at least 3 so that a 24 h forecast has a past and an outcome
/// @param cadence step of the world and of hashtag readings; 5 to 60 minutes, a divisor of the hour
/// @param watches how often a video is read while it is how old, by ascending age; after the last it is read no more
public record WorldSettings(long seed, Instant start, int days, Duration cadence, Population population,
        List<Watch> watches, Faults faults, Judging judging) {

    /// How many of each kind live in the world.
    ///
    /// @param videos expected number of videos posted while the world is observed; the true number varies by chance
    /// @param typicalViews median views of a hashtag when the world starts; the larger it is, the more posts an hour
    public record Population(int hashtags, int sounds, int creators, int videos, long typicalViews) {

        private static final long A_MILLION = 1_000_000;

        /// A population of hashtags of a million views.
        public Population(int hashtags, int sounds, int creators, int videos) {
            this(hashtags, sounds, creators, videos, A_MILLION);
        }
    }

    /// Until a video has this age, it is read this often (a multiple of the cadence).
    public record Watch(Duration untilAge, Duration every) {
    }

    /// When and how closely the oracle is asked.
    ///
    /// @param days the last days, at whose cuts it speaks; what lies before them is there to be learned from
    /// @param futures how many futures it lets happen at each cut; more is finer and slower
    public record Judging(int days, int futures) {
    }

    /// What goes wrong between the world and its observer.
    ///
    /// @param missedShare share of single readings that are missing
    /// @param lateShare share of readings that arrive 5 minutes to 3 hours late
    /// @param repeatedShare share of readings that arrive twice
    /// @param outages interruptions of 1 to 5 hours of each source over the whole time
    /// @param purgedShare share of hashtags and videos that lose views once
    /// @param deletedShare share of videos that disappear while they are watched
    /// @param malformedRows broken rows among the observations; a fifth as many among the videos
    public record Faults(double missedShare, double lateShare, double repeatedShare, int outages, double purgedShare,
            double deletedShare, int malformedRows) {

        /// A flawless observer.
        public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0);
    }

    /// A change of the market: from an instant on hashtags take turns in the feed. The videos of a hashtag are shown `loud` times
    /// as often as before on its own day of each round, and `quiet` times as often on the other days.
    ///
    /// It stands beside the settings and not in them, because the words of the judged worlds are fixed.
    ///
    /// @param days how many days a round has; hashtag number n has day n of it, counted on from 1970
    public record Turns(Instant from, int days, double loud, double quiet) {

        /// A market that stays as it is.
        public static final Turns NONE = new Turns(Instant.MAX, 1, 1, 1);

        private static final int DAYS = 6;
        private static final double LOUD = 12;
        private static final double QUIET = 0.1;

        public Turns {
            if (days < 1 || !(loud >= 0) || !(quiet >= 0)) {
                throw new IllegalArgumentException("turns (" + days + " days, " + loud + " and " + quiet
                        + " times) need a day and no negative number\nMaybe use since(…).");
            }
        }

        /// The usual change: one loud day in six.
        public static Turns since(Instant from) {
            return new Turns(from, DAYS, LOUD, QUIET);
        }

        /// The day of a round that is this hashtag's own.
        int own(int hashtag) {
            return hashtag % days;
        }

        /// How many times as often as before the videos of this hashtag are shown at this epoch second.
        double factor(int hashtag, long epochSecond) {
            if (epochSecond < from.getEpochSecond()) {
                return 1;
            }
            return Math.floorMod(epochSecond / DAY_SECONDS, days) == own(hashtag) ? loud : quiet;
        }

        /// What somebody knows of them who knows nothing that comes later than this epoch second.
        Turns knownAt(long epochSecond) {
            return epochSecond < from.getEpochSecond() ? NONE : this;
        }
    }

    private static final long DAY_SECONDS = 86_400;

    public WorldSettings {
        watches = List.copyOf(watches);
        if (start.getEpochSecond() % 3600 != 0 || start.getNano() != 0) {
            throw new IllegalArgumentException("start (" + start + ") must be a full hour\nMaybe drop the minutes.");
        }
        if (days < 3) {
            throw new IllegalArgumentException("days (" + days + ") must be at least 3\nMaybe use 14.");
        }
        long minutes = cadence.toMinutes();
        if (minutes < 5 || minutes > 60 || 60 % minutes != 0 || cadence.toSeconds() % 60 != 0) {
            throw new IllegalArgumentException(
                    "cadence (" + cadence + ") must be 5 to 60 minutes and divide the hour\nMaybe use PT15M.");
        }
        if (population.hashtags() < 1 || population.creators() < 3 || population.sounds() < 1
                || judging.futures() < 1) {
            throw new IllegalArgumentException("population (" + population + ", " + judging.futures()
                    + " futures) needs a hashtag, a sound, 3 creators and a future\nMaybe start from a size.");
        }
        if (judging.days() < 1 || judging.days() > days) {
            throw new IllegalArgumentException("judged days (" + judging.days() + ") must be between 1 and " + days
                    + "\nMaybe judge the last third.");
        }
    }

    /// The settings of a world of this size.
    public static WorldSettings of(WorldSize size, long seed) {
        return size.settings(seed);
    }

    /// These settings with another population.
    public WorldSettings with(Population other) {
        return new WorldSettings(seed, start, days, cadence, other, watches, faults, judging);
    }

    /// These settings with other faults.
    public WorldSettings with(Faults other) {
        return new WorldSettings(seed, start, days, cadence, population, watches, other, judging);
    }

    /// These settings over another number of days, of which no more are judged than before.
    public WorldSettings withDays(int other) {
        return new WorldSettings(seed, start, other, cadence, population, watches, faults,
                new Judging(Math.min(other, judging.days()), judging.futures()));
    }

    /// These settings with another number of futures for the oracle.
    public WorldSettings withFutures(int other) {
        return new WorldSettings(seed, start, days, cadence, population, watches, faults,
                new Judging(judging.days(), other));
    }

    /// The first instant at which the oracle speaks: when the judged days begin, and not before the world is a day old.
    public Instant firstCut() {
        Instant judged = end().minus(Duration.ofDays(judging.days()));
        Instant dayOld = start.plus(Duration.ofDays(1));
        return judged.isBefore(dayOld) ? dayOld : judged;
    }

    /// When observation ends.
    public Instant end() {
        return start.plus(Duration.ofDays(days));
    }

    double stepHours() {
        return cadence.toMinutes() / 60.0;
    }
}
