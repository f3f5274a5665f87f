package dev.upswell.forecast.reach;

import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which views of a video are foretold.
///
/// @param age the age at which they are counted
/// @param settled false: the views at exactly that age, interpolated between the readings around it. True, for archives that
///     hold one late reading of each video: the last reading of a video that was then at least that old, **taken as if it
///     had been reached at that age**
public record ReachTarget(Duration age, boolean settled) {

    /// The views at 24 hours.
    public static final ReachTarget DAY = new ReachTarget(Duration.ofHours(24), false);
    /// The views of a video that is at least a week old.
    public static final ReachTarget SETTLED = new ReachTarget(Duration.ofDays(7), true);

    private static final long WIDEST_GAP_SECONDS = 12 * 3600;

    public ReachTarget {
        if (age.compareTo(ReachStage.SIX_HOURS.age()) <= 0) {
            throw new IllegalArgumentException("age (" + age + ") must be beyond the last stage, "
                    + ReachStage.SIX_HOURS.age() + "\nMaybe use PT24H.");
        }
    }

    /// Views that a video reached, and since when that was known.
    ///
    /// @param logViews decimal logarithm of one more than the views
    /// @param knownAt epoch second of the reading that told it
    record Outcome(double logViews, long knownAt) {
    }

    /// What became of a video posted at this second; empty when its readings do not tell.
    Optional<Outcome> outcome(long createdAt, CounterSeries views) {
        return settled ? settledOutcome(createdAt, views) : outcomeAtAge(createdAt, views);
    }

    private Optional<Outcome> settledOutcome(long createdAt, CounterSeries views) {
        int last = views.size() - 1;
        long due = createdAt + age.toSeconds();
        return last < 0 || views.epochSecondAt(last) < due
                ? Optional.empty()
                : Optional.of(new Outcome(logViews(views.valueAt(last)), due));
    }

    private Optional<Outcome> outcomeAtAge(long createdAt, CounterSeries views) {
        long due = createdAt + age.toSeconds();
        int before = views.lastIndexAt(due);
        if (before >= 0 && views.epochSecondAt(before) == due) {
            return Optional.of(new Outcome(logViews(views.valueAt(before)), due));
        }
        int after = before + 1;
        if (before < 0 || after >= views.size()) {
            return Optional.empty();
        }
        long from = views.epochSecondAt(before);
        long to = views.epochSecondAt(after);
        if (to - from > WIDEST_GAP_SECONDS) {
            return Optional.empty();
        }
        double passed = (double) (due - from) / (to - from);
        double level = views.valueAt(before) + passed * (views.valueAt(after) - views.valueAt(before));
        return Optional.of(new Outcome(logViews(level), to));
    }

    /// The stages at which anything is known: of an archive of late readings only the first.
    public List<ReachStage> stages() {
        return settled ? List.of(ReachStage.DRAFT) : List.of(ReachStage.values());
    }

    /// From the question at this stage to the age that is asked about.
    long lagSeconds(ReachStage stage) {
        return age.toSeconds() - stage.seconds();
    }

    static double logViews(double views) {
        return Math.log10(1 + Math.max(0, views));
    }

    static double views(double logViews) {
        return Math.max(0, Math.pow(10, logViews) - 1);
    }
}
