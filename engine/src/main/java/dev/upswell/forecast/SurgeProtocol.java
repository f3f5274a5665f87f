package dev.upswell.forecast;

import dev.upswell.content.EntityKind;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Counter;
import java.time.Duration;
import java.util.List;

/// What counts as a surge, and of whom it is asked.
///
/// @param target which counter of which kind of entity, and how far ahead
/// @param every the distance of two cuts; cuts lie at whole multiples of it since 1970, so daily ones at 00:00 UTC
/// @param minLevel the level from which an entity is asked about
/// @param minEligible below this many eligible entities a cut (or a band of it) has no label, because its top 5 % would be a
///     lottery
/// @param outcomes how the outcome of a cut is taken
public record SurgeProtocol(Target target, Duration every, long minLevel, int minEligible, OutcomeRule outcomes) {

    /// The horizons that are offered.
    public static final List<Duration> HORIZONS = List.of(Duration.ofHours(6), Duration.ofHours(12),
            Duration.ofHours(24), Duration.ofHours(48));

    /// The share of growth values that a surge must exceed.
    static final double BAR_QUANTILE = 0.95;

    private static final Duration DAY = Duration.ofDays(1);

    /// Views of hashtags over 24 hours, daily cuts, 10,000 views, 60 hashtags.
    public static final SurgeProtocol DAILY = new SurgeProtocol(
            new Target(EntityKind.HASHTAG, Counter.VIEWS, DAY), DAY, 10_000, 60, OutcomeRule.AT_HORIZON);

    public SurgeProtocol {
        if (every.toSeconds() < 900 || DAY.toSeconds() % every.toSeconds() != 0) {
            throw new IllegalArgumentException("distance of cuts (" + every
                    + ") must divide a day and be at least 15 minutes\nMaybe use PT6H or P1D.");
        }
        if (minEligible < 2) {
            throw new IllegalArgumentException(
                    "min eligible (" + minEligible + ") must be at least 2\nMaybe use the default, 60.");
        }
        if (outcomes instanceof OutcomeRule.NextLook look && look.atLeast().compareTo(every) < 0) {
            throw new IllegalArgumentException("next look (at least " + look.atLeast()
                    + " off) must not be nearer than the next cut (" + every + ")\nMaybe make cuts closer.");
        }
    }

    /// Which counter of which kind of entity is foretold, and how far ahead.
    ///
    /// **range** the horizon is at least an hour.
    public record Target(EntityKind kind, Counter counter, Duration horizon) {

        public Target {
            if (horizon.compareTo(Duration.ofHours(1)) < 0) {
                throw new IllegalArgumentException(
                        "horizon (" + horizon + ") must be at least an hour\nMaybe use PT6H or PT24H.");
            }
        }
    }

    /// The ready-made protocol of this kind and horizon, with daily cuts where they can be.
    ///
    /// **source** decision 013: which counter, which level and how outcomes are taken, by kind.
    public static SurgeProtocol of(EntityKind kind, Duration horizon) {
        return switch (kind) {
            case HASHTAG -> new SurgeProtocol(new Target(kind, Counter.VIEWS, horizon), DAY, 10_000, 60,
                    OutcomeRule.AT_HORIZON);
            case SOUND -> new SurgeProtocol(new Target(kind, Counter.POSTS, horizon), DAY, 100, 60,
                    OutcomeRule.AT_HORIZON);
            case CREATOR -> new SurgeProtocol(new Target(kind, Counter.FOLLOWERS, horizon), DAY, 1_000, 60,
                    OutcomeRule.AT_HORIZON);
            case VIDEO -> new SurgeProtocol(new Target(kind, Counter.VIEWS, horizon), Duration.ofHours(1), 100, 60,
                    new OutcomeRule.NextLook(horizon.dividedBy(2), horizon.multipliedBy(3), VIDEO_AGES));
        };
    }

    /// A video is new, of the day, of three days, of the week, or older.
    private static final List<Duration> VIDEO_AGES = List.of(Duration.ofHours(6), DAY, Duration.ofDays(3),
            Duration.ofDays(7));

    /// The same protocol with cuts this far apart.
    public SurgeProtocol every(Duration distance) {
        return new SurgeProtocol(target, distance, minLevel, minEligible, outcomes);
    }

    /// The same protocol for fewer or more entities.
    public SurgeProtocol minEligible(int count) {
        return new SurgeProtocol(target, every, minLevel, count, outcomes);
    }

    /// The same protocol from this level on.
    public SurgeProtocol minLevel(long level) {
        return new SurgeProtocol(target, every, level, minEligible, outcomes);
    }

    /// The kind of entity that is asked about.
    public EntityKind kind() {
        return target.kind();
    }

    /// The counter that may surge.
    public Counter counter() {
        return target.counter();
    }

    /// How far ahead a surge is looked for.
    public Duration horizon() {
        return target.horizon();
    }

    /// How long after a cut its outcome may be taken at the latest.
    public Duration reach() {
        return switch (outcomes) {
            case OutcomeRule.AtHorizon exact -> horizon();
            case OutcomeRule.NextLook look -> look.atMost();
        };
    }

    /// How long after a cut its outcome may be taken at the soonest.
    public Duration soonest() {
        return switch (outcomes) {
            case OutcomeRule.AtHorizon exact -> horizon();
            case OutcomeRule.NextLook look -> look.atLeast();
        };
    }

    /// How old the reading behind a level may be: of a crawl only the first cut that follows it speaks.
    Duration maxAge() {
        return switch (outcomes) {
            case OutcomeRule.AtHorizon exact -> PastReadings.MAX_AGE;
            case OutcomeRule.NextLook look -> every.minusSeconds(1);
        };
    }

    long step() {
        return every.toSeconds();
    }

    long horizonSeconds() {
        return horizon().toSeconds();
    }
}
