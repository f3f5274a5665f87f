package dev.upswell.server.act;

import dev.upswell.scorecard.Gap;
import dev.upswell.server.registry.ImprovementTask.Category;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How soon something should be done: what it is worth, by how little work it takes.
///
/// @param impact what it is worth, 1 to 5
/// @param effort how much work it is, 1 to 5
public record Priority(Rating impact, Rating effort) {

    private static final int MOST = 5;
    private static final int HIGH_FROM = 15;
    private static final int MEDIUM_FROM = 8;
    private static final String PLACE = "_place";
    private static final String APART = "apart";
    private static final String FYP = "fyp";
    private static final double HUNDRED = 100;

    /// How soon, in a word.
    public enum Level {
        HIGH,
        MEDIUM,
        LOW
    }

    /// From where a rating comes.
    public enum Ground {
        /// A person set it.
        SET,
        /// How much worse forecasts of a segment are than others: the difference of shares and its 95 % interval.
        ERROR,
        /// Where a video stands among those of 14 days in what alarms: the lowest place, as a share.
        ALARM,
        /// The FYP score at which a rule fired, 0 to 100.
        SCORE,
        /// By how much a measure of a scorecard, as a score of 0 to 1, is expected to rise.
        GAIN,
        /// Nothing was measured: as usual for its kind.
        USUAL
    }

    /// A rating and what it rests on.
    ///
    /// @param points 1 to 5
    /// @param figures as its ground tells them; empty for [Ground#SET] and [Ground#USUAL]
    public record Rating(int points, Ground ground, List<Double> figures) {

        public Rating {
            if (points < 1 || points > MOST) {
                throw new IllegalArgumentException(
                        "points (" + points + ") must be from 1 to 5\nMaybe a row was changed by hand.");
            }
            figures = List.copyOf(figures);
        }

        static Rating set(int points) {
            return new Rating(points, Ground.SET, List.of());
        }

        static Rating usual(int points) {
            return new Rating(points, Ground.USUAL, List.of());
        }
    }

    /// What the source says, where nobody settled anything else.
    static Priority of(Source source, @Nullable Integer impact, @Nullable Integer effort) {
        return new Priority(impact == null ? impact(source) : Rating.set(impact),
                effort == null ? Rating.usual(usualEffort(source)) : Rating.set(effort));
    }

    /// What it is worth times how little work it takes, 1 to 25: impact × (6 − effort).
    public int points() {
        return impact.points() * (MOST + 1 - effort.points());
    }

    /// High from 15 points on, low below 8.
    public Level level() {
        return points() >= HIGH_FROM ? Level.HIGH : points() >= MEDIUM_FROM ? Level.MEDIUM : Level.LOW;
    }

    private static Rating impact(Source source) {
        return switch (source) {
            case Source.OfTask task -> impact(task);
            case Source.OfPlaybook(var playbook, String _) -> new Rating(
                    step(playbook.expected(), 0.02, 0.06, 0.12, 0.18), Ground.GAIN, List.of(playbook.expected()));
        };
    }

    private static Rating impact(Source.OfTask task) {
        Map<String, Double> facts = task.facts();
        Double apart = facts.get(APART);
        Double low = facts.get("low");
        Double high = facts.get("high");
        if (apart != null && low != null && high != null) {
            return new Rating(step(apart, 0.02, 0.05, 0.1, 0.2), Ground.ERROR, List.of(apart, low, high));
        }
        OptionalDouble place = facts.entrySet().stream().filter(fact -> fact.getKey().endsWith(PLACE))
                .mapToDouble(Map.Entry::getValue).min();
        if (place.isPresent()) {
            return new Rating(step(HUNDRED - place.getAsDouble(), 0, 60, 80, 90), Ground.ALARM,
                    List.of(place.getAsDouble() / HUNDRED));
        }
        Double fyp = facts.get(FYP);
        if (fyp != null) {
            return new Rating(step(HUNDRED - fyp, 0, 35, 60, 101), Ground.SCORE, List.of(fyp));
        }
        return Rating.usual(usualImpact(task.category()));
    }

    /// 1 below the first limit, 5 from the last on.
    private static int step(double value, double... limits) {
        int points = 1;
        for (double limit : limits) {
            points += value >= limit ? 1 : 0;
        }
        return points;
    }

    private static int usualImpact(Category category) {
        return switch (category) {
            case RETRAINING, DATA -> 4;
            case FEATURE, LABEL, MODEL, CONTENT -> 3;
        };
    }

    private static int usualEffort(Source source) {
        return switch (source) {
            case Source.OfTask task -> switch (task.category()) {
                case RETRAINING -> 1;
                case CONTENT -> 2;
                case DATA, LABEL -> 3;
                case FEATURE, MODEL -> 4;
            };
            case Source.OfPlaybook(var playbook, String _) -> playbook.gap() == Gap.TIKTOK_SHOP_INTEGRATION ? 4 : 3;
        };
    }
}
