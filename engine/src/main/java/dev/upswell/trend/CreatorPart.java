package dev.upswell.trend;

import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.GrowthWalk;
import dev.upswell.timeline.WindowWalk;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What only a creator's counters tell: how the audience grows, and how often something is posted.
///
/// The posting cadence is the part of the trailing week that readings back, divided by the posts gained in it.
final class CreatorPart {

    private final GrowthWalk followers;
    private final GrowthWalk likes;
    private final WindowWalk weekOfPosts;
    private final boolean givesFollowers;
    private final boolean givesLikes;
    private final boolean givesPosts;

    CreatorPart(EntityCurves curves) {
        followers = new GrowthWalk(curves.of(Counter.FOLLOWERS), Window.DAY.seconds());
        likes = new GrowthWalk(curves.of(Counter.LIKES), Window.DAY.seconds());
        weekOfPosts = new WindowWalk(curves.of(Counter.POSTS), GrowthHistory.TRAILING_SECONDS);
        givesFollowers = curves.of(Counter.FOLLOWERS) != null;
        givesLikes = curves.of(Counter.LIKES) != null;
        givesPosts = curves.of(Counter.POSTS) != null;
    }

    /// Puts down what is known at `end`.
    ///
    /// @param followersRead the walk of followers moved to `end`; `null` where they were not read for it
    void fill(MetricValues.Building values, long end, @Nullable WindowWalk followersRead) {
        if (followersRead != null) {
            values.put(Metric.FOLLOWERS, followersRead.level());
        }
        if (givesFollowers) {
            fillGrowth(values, Metric.LOG_FOLLOWER_GROWTH_24H, followers.moveTo(end));
        }
        if (givesLikes) {
            fillGrowth(values, Metric.LOG_LIKE_GROWTH_24H, likes.moveTo(end));
        }
        if (givesPosts) {
            fillCadence(values, end);
        }
    }

    private static void fillGrowth(MetricValues.Building values, Metric metric, OptionalDouble grown) {
        if (grown.isPresent()) {
            values.put(metric, grown.getAsDouble());
        } else {
            values.absent(metric, Absence.NO_LEVEL_A_DAY_BEFORE);
        }
    }

    private void fillCadence(MetricValues.Building values, long end) {
        Metric metric = Metric.POSTING_CADENCE_HOURS;
        if (!weekOfPosts.moveTo(end) || !weekOfPosts.isBacked(Metric.MIN_COVERAGE)) {
            values.absent(metric, Absence.HISTORY_TOO_SHORT);
        } else if (weekOfPosts.gain() > 0) {
            values.put(metric, weekOfPosts.backedSeconds() / 3600.0 / weekOfPosts.gain());
        } else {
            values.absent(metric, weekOfPosts.isWithinRounding() ? Absence.WITHIN_ROUNDING : Absence.NO_POSTS);
        }
    }
}
