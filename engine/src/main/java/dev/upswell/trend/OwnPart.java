package dev.upswell.trend;

import dev.upswell.content.EntityKind;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.GrowthWalk;
import dev.upswell.timeline.WindowWalk;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What an entity's own counters by one source say about one window after the other.
final class OwnPart {

    /// The counters of which one must be read for a window to have a row; the first of them that is read speaks for the whole.
    static final List<Counter> LEADING = List.of(Counter.VIEWS, Counter.POSTS, Counter.FOLLOWERS);

    private static final int VIEWS = LEADING.indexOf(Counter.VIEWS);
    private static final int POSTS = LEADING.indexOf(Counter.POSTS);
    private static final int FOLLOWERS = LEADING.indexOf(Counter.FOLLOWERS);

    final SourceWalk walk;
    final Gains gains = new Gains();
    /// Those of [#LEADING], in its order.
    private final WindowWalk[] leaders = new WindowWalk[LEADING.size()];
    /// Which of them were read for the window moved to.
    private final boolean[] live = new boolean[leaders.length];
    private final WindowWalk posts;
    private final WindowWalk followers;
    private final WindowWalk likes;
    private final GrowthWalk growth;
    private final @Nullable CreatorPart creator;
    /// The walk that speaks for the whole.
    private WindowWalk leading;
    private boolean covered;

    OwnPart(EntityKind kind, String source, EntityCurves curves, Window window) {
        walk = new SourceWalk(source, curves, window);
        for (int i = 0; i < leaders.length; i++) {
            leaders[i] = i == VIEWS ? walk.views : new WindowWalk(curves.of(LEADING.get(i)), window.seconds());
        }
        posts = leaders[POSTS];
        followers = leaders[FOLLOWERS];
        likes = new WindowWalk(curves.of(Counter.LIKES), window.seconds());
        growth = new GrowthWalk(curves.of(Counter.VIEWS), Window.DAY.seconds());
        creator = kind == EntityKind.CREATOR ? new CreatorPart(curves) : null;
        leading = walk.views;
    }

    /// Moves to the window that ends at `end`; whether anything was read for it.
    boolean moveTo(long end) {
        boolean any = false;
        for (int i = leaders.length - 1; i >= 0; i--) {
            live[i] = leaders[i].moveTo(end);
            if (live[i]) {
                leading = leaders[i];
                any = true;
            }
        }
        covered = any && isCovered(leading);
        gains.reset();
        if (live[VIEWS] && covered) {
            walk.fill(gains, end);
        }
        return any;
    }

    WindowWalk leading() {
        return leading;
    }

    double coverage() {
        return leading.coverage();
    }

    boolean isCovered() {
        return covered;
    }

    private static boolean isCovered(WindowWalk walk) {
        return walk.isBacked(Metric.MIN_COVERAGE);
    }

    boolean postsKnown() {
        return live[POSTS] && isCovered(posts);
    }

    long postsGained() {
        return posts.gain();
    }

    long postsGainedHigh() {
        return posts.gainHigh();
    }

    /// Puts down what only own counters tell.
    void fill(MetricValues.Building values, long end) {
        if (live[VIEWS]) {
            values.put(Metric.VIEWS, walk.views.level());
        }
        if (!covered) {
            return;
        }
        if (postsKnown()) {
            values.put(Metric.POSTS_GAINED, posts.gain());
        }
        if (live[FOLLOWERS] && isCovered(followers)) {
            values.put(Metric.FOLLOWERS_GAINED, followers.gain());
        }
        fillLikes(values, end);
        if (creator != null) {
            creator.fill(values, end, live[FOLLOWERS] ? followers : null);
        }
        if (live[VIEWS]) {
            OptionalDouble grown = growth.moveTo(end);
            if (grown.isPresent()) {
                values.put(Metric.LOG_VIEW_GROWTH_24H, grown.getAsDouble());
            } else {
                values.absent(Metric.LOG_VIEW_GROWTH_24H, Absence.NO_LEVEL_A_DAY_BEFORE);
            }
        }
    }

    /// Where views are covered, the likes of the window were taken down with them.
    private void fillLikes(MetricValues.Building values, long end) {
        if (live[VIEWS]) {
            if (walk.knowsLikes()) {
                values.put(Metric.LIKES_GAINED, walk.likesGained());
            }
        } else if (likes.moveTo(end) && isCovered(likes)) {
            values.put(Metric.LIKES_GAINED, likes.gain());
        }
    }

    /// Whether the entity is known to have existed at `second`, because it was read since `since` and not born after.
    boolean existedAt(long second, long since) {
        for (WindowWalk leader : leaders) {
            if (leader.existedAt(second, since)) {
                return true;
            }
        }
        return false;
    }

    long digest(long end) {
        long digest = Long.rotateLeft(walk.digest(end), 17) + posts.digest(end);
        return Long.rotateLeft(digest, 17) + followers.digest(end);
    }
}
