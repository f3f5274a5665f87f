package dev.upswell.trend;

import dev.upswell.content.EntityKind;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.GrowthWalk;
import dev.upswell.timeline.WindowWalk;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What an entity's own counters by one source say about one window after the other.
final class OwnPart {

    final SourceWalk walk;
    final Gains gains = new Gains();
    private final WindowWalk posts;
    private final WindowWalk followers;
    private final WindowWalk likes;
    private final GrowthWalk growth;
    private final @Nullable CreatorPart creator;
    private boolean viewsLive;
    private boolean postsLive;
    private boolean followersLive;
    /// The walk that speaks for the whole: of views where these are given, else of posts, else of followers.
    private WindowWalk leading;
    private boolean covered;

    OwnPart(EntityKind kind, String source, EntityCurves curves, Window window) {
        walk = new SourceWalk(source, curves, window);
        posts = new WindowWalk(curves.of(Counter.POSTS), window.seconds());
        followers = new WindowWalk(curves.of(Counter.FOLLOWERS), window.seconds());
        likes = new WindowWalk(curves.of(Counter.LIKES), window.seconds());
        growth = new GrowthWalk(curves.of(Counter.VIEWS), Window.DAY.seconds());
        creator = kind == EntityKind.CREATOR ? new CreatorPart(curves) : null;
        leading = followers;
    }

    /// Moves to the window that ends at `end`; whether anything was read for it.
    boolean moveTo(long end) {
        viewsLive = walk.moveTo(end);
        postsLive = posts.moveTo(end);
        followersLive = followers.moveTo(end);
        leading = viewsLive ? walk.views : postsLive ? posts : followers;
        boolean live = viewsLive || postsLive || followersLive;
        covered = live && isCovered(leading);
        gains.reset();
        if (viewsLive && covered) {
            walk.fill(gains, end);
        }
        return live;
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
        return postsLive && isCovered(posts);
    }

    long postsGained() {
        return posts.gain();
    }

    long postsGainedHigh() {
        return posts.gainHigh();
    }

    /// Puts down what only own counters tell.
    void fill(MetricValues.Building values, long end) {
        if (viewsLive) {
            values.put(Metric.VIEWS, walk.views.level());
        }
        if (!covered) {
            return;
        }
        if (postsKnown()) {
            values.put(Metric.POSTS_GAINED, posts.gain());
        }
        if (followersLive && isCovered(followers)) {
            values.put(Metric.FOLLOWERS_GAINED, followers.gain());
        }
        fillLikes(values, end);
        if (creator != null) {
            creator.fill(values, end, followersLive ? followers : null);
        }
        if (viewsLive) {
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
        if (viewsLive) {
            if (walk.knowsLikes()) {
                values.put(Metric.LIKES_GAINED, walk.likesGained());
            }
        } else if (likes.moveTo(end) && isCovered(likes)) {
            values.put(Metric.LIKES_GAINED, likes.gain());
        }
    }

    /// Whether the entity is known to have existed at `second`, because it was read since `since` and not born after.
    boolean existedAt(long second, long since) {
        return walk.views.existedAt(second, since) || posts.existedAt(second, since)
                || followers.existedAt(second, since);
    }

    long digest(long end) {
        long digest = Long.rotateLeft(walk.digest(end), 17) + posts.digest(end);
        return Long.rotateLeft(digest, 17) + followers.digest(end);
    }
}
