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
    /// A counter whose display step takes longer than this at the usual pace does not tell when posts came.
    private static final double COARSEST_STEPS = 3 * StepGains.PER_HOUR;

    private final StepGains posts;
    private final @Nullable StepGains views;
    private final Rhythm rhythm;
    private final long end;
    private final double usual;
    private final double viewsPerPost;

    private Course(StepGains posts, @Nullable StepGains views, Rhythm rhythm, long end, double viewsPerPost) {
        this.posts = posts;
        this.views = views;
        this.rhythm = rhythm;
        this.end = end;
        this.viewsPerPost = viewsPerPost;
        usual = Math.max(LEAST_PACE, rhythm.usual());
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
        if (Double.isNaN(rhythm.usual())
                || came.resolution() > 1 && came.resolution() > COARSEST_STEPS * Math.max(LEAST_PACE, rhythm.usual())) {
            return null;
        }
        StepGains seen = StepGains.of(views, end, PAST_STEPS);
        return new Course(came, seen, rhythm, end,
                seen == null
                        ? Double.NaN
                        : viewsPerPost(came, seen, (int) (2 * parameters.delayHours() * StepGains.PER_HOUR)));
    }

    /// Views of a post, by the posts up to so many steps ago and the views that came as much later.
    private static double viewsPerPost(StepGains posts, StepGains views, int lag) {
        double seen = 0;
        double came = 0;
        for (int i = Math.max(posts.first(), views.first() - lag); i + lag < posts.size(); i++) {
            if (i >= 0 && posts.known(i) && views.known(i + lag)) {
                came += posts.gain(i);
                seen += views.gain(i + lag);
            }
        }
        double all = views.level() / Math.max(1, posts.level());
        return (seen + 20 * all) / (came + 20);
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
}
