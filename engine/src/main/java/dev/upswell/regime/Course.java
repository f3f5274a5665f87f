package dev.upswell.regime;

import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Counter;
import org.jspecify.annotations.Nullable;

/// The posts and views of one entity up to a cut, step by step, with its rhythm: what the filter goes through.
final class Course {

    /// How far back rhythm and usual pace look.
    static final int PAST_STEPS = 28 * StepGains.PER_DAY;

    private static final int LEAST_STEPS = 2 * StepGains.PER_DAY;
    private static final double LEAST_PACE = 0.02;
    private final StepGains posts;
    private final @Nullable StepGains views;
    private final Rhythm rhythm;
    private final long end;
    private final double usual;
    private final @Nullable Explained explained;
    private final double viewsPerPost;

    private Course(StepGains posts, @Nullable StepGains views, Rhythm rhythm, long end, RegimeParameters parameters) {
        this.posts = posts;
        this.views = views;
        this.rhythm = rhythm;
        this.end = end;
        usual = Math.max(LEAST_PACE, rhythm.usual());
        explained = views == null ? null : Explained.of(this, posts, views, parameters);
        viewsPerPost = explained == null ? Double.NaN : explained.viewsPerPost();
    }

    /// **absence** null where the entity has no posts, or less than two days of them
    static @Nullable Course of(@Nullable PastReadings posts, @Nullable PastReadings views, long cutSecond,
            RegimeParameters parameters) {
        long end = StepGains.step(cutSecond);
        StepGains came = StepGains.of(posts, end, PAST_STEPS);
        if (came == null || came.size() - came.first() < LEAST_STEPS) {
            return null;
        }
        Rhythm rhythm = Rhythm.of(Rhythm.Hours.of(came, end), parameters.weekdays(), parameters.days());
        if (Double.isNaN(rhythm.usual())) {
            return null;
        }
        StepGains seen = StepGains.of(views, end, PAST_STEPS);
        return new Course(came, seen, rhythm, end, parameters);
    }

    int size() {
        return posts.size();
    }

    int first() {
        return posts.first();
    }

    boolean known(int step) {
        return posts.known(step);
    }

    double posts(int step) {
        return posts.gain(step);
    }

    boolean viewsKnown(int step) {
        return views != null && views.known(step);
    }

    double views(int step) {
        return views == null ? Double.NaN : views.gain(step);
    }

    boolean hasViews() {
        return views != null;
    }

    double viewsLevel() {
        return views == null ? Double.NaN : views.level();
    }

    double viewResolution() {
        return views == null ? 1 : views.resolution();
    }

    double postsLevel() {
        return posts.level();
    }

    double postResolution() {
        return posts.resolution();
    }

    /// The target counter's last reading.
    double level(Counter counter) {
        return counter == Counter.POSTS ? posts.level() : viewsLevel();
    }

    /// How busy step `step` is; beyond [#size] it lies ahead.
    double season(int step) {
        return rhythm.at(end - posts.size() + step);
    }

    /// Posts in a step of usual business.
    double usual() {
        return usual;
    }

    double viewsPerPost() {
        return viewsPerPost;
    }

    /// **absence** null where the source gives no views
    @Nullable
    Explained explained() {
        return explained;
    }
}
