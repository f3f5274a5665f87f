package dev.upswell.regime;

import java.util.Arrays;

/// The views of each hour beside what the posts before explain, oldest first.
///
/// What a post brings is the ratio of both in the hour up to which half of all such views came. Hours that gain far more are *beyond posts*, as
/// when views are bought or a single video runs away; neighbouring ones are one episode.
final class Explained {

    private static final int LEAST_HOURS = 24;
    private static final double BEYOND = 3;
    private static final double LEAST_POSTS = 10;
    private static final double LEAST_SHARE = 0.001;
    private static final int LONGEST_PAUSE = 2;

    private final double[] seen;
    private final double[] flown;
    private final double viewsPerPost;
    private final double level;
    private final int moved;

    private Explained(double[] seen, double[] flown, StepGains posts, StepGains views) {
        this.seen = seen;
        this.flown = flown;
        level = views.level();
        moved = views.moved();
        double ratio = ratio();
        viewsPerPost = Double.isNaN(ratio) ? level / Math.max(1, posts.level()) : ratio;
    }

    static Explained of(Course course, StepGains posts, StepGains views, RegimeParameters parameters) {
        int hours = posts.size() / StepGains.PER_HOUR;
        double[] seen = new double[hours];
        double[] flown = new double[hours];
        Arrays.fill(seen, Double.NaN);
        Flow flow = new Flow(parameters, course.usual());
        double[] shares = new double[StepGains.PER_WEEK];
        int settled = posts.first() + (int) (2 * parameters.delayHours() * StepGains.PER_HOUR);
        int begin = posts.first() / StepGains.PER_HOUR * StepGains.PER_HOUR;
        for (int hour = begin / StepGains.PER_HOUR; hour < hours; hour++) {
            boolean known = hour * StepGains.PER_HOUR >= settled;
            double came = 0;
            for (int i = hour * StepGains.PER_HOUR; i < (hour + 1) * StepGains.PER_HOUR; i++) {
                double season = course.season(i);
                if (i < begin + StepGains.PER_WEEK) {
                    shares[i % StepGains.PER_WEEK] = parameters.share(season);
                }
                // Seasons return every week.
                flown[hour] += flow.pass(posts.known(i) ? posts.gain(i) : course.usual() * season,
                        shares[i % StepGains.PER_WEEK]);
                known &= posts.known(i) && views.known(i);
                came += views.gain(i);
            }
            seen[hour] = known ? came : Double.NaN;
        }
        return new Explained(seen, flown, posts, views);
    }

    private double ratio() {
        double[] ratios = new double[seen.length];
        double[] weights = new double[seen.length];
        int size = 0;
        for (int hour = 0; hour < seen.length; hour++) {
            if (!Double.isNaN(seen[hour]) && flown[hour] > 0) {
                ratios[size] = seen[hour] / flown[hour];
                weights[size++] = flown[hour];
            }
        }
        return size < LEAST_HOURS ? Double.NaN : Math.max(1e-3, WeightedMedian.of(ratios, weights, size));
    }

    /// Views that a post brings; that of all time where less than a day of both is known.
    double viewsPerPost() {
        return viewsPerPost;
    }

    /// Views that posts explain since a rounded display last moved: how far the count is into its step, where views are as
    /// posts let expect · NaN where it did not move in the time that is known.
    double hidden() {
        if (moved == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int hour = moved / StepGains.PER_HOUR; hour < flown.length; hour++) {
            sum += flown[hour] * viewsPerPost;
        }
        return sum;
    }

    /// Views of an hour that posts do not explain; 0 in hours that are not known.
    private double beyond(int hour) {
        double usual = flown[hour] * viewsPerPost;
        boolean far = seen[hour] > BEYOND * usual + LEAST_POSTS * viewsPerPost && seen[hour] > LEAST_SHARE * level;
        return far ? seen[hour] - usual : 0;
    }

    /// Episodes of views beyond posts.
    ///
    /// @param count how many began in the time that is known
    /// @param growth of all of them together, over what was there without them, log ratio
    /// @param hours since the last began; NaN where none is known
    /// @param now views beyond posts of the last known hour over all, log ratio
    record Episodes(int count, double growth, double hours, double now) {
    }

    Episodes episodes() {
        int count = 0;
        int last = -1;
        int began = -1;
        double sum = 0;
        double now = 0;
        for (int hour = 0; hour < seen.length; hour++) {
            double beyond = beyond(hour);
            if (beyond > 0) {
                if (last < 0 || hour - last > LONGEST_PAUSE) {
                    count++;
                    began = hour;
                }
                last = hour;
                sum += beyond;
            }
            now = Double.isNaN(seen[hour]) ? now : beyond;
        }
        return new Episodes(count, -Math.log(Math.max(1e-3, 1 - sum / level)),
                began < 0 ? Double.NaN : seen.length - began, Math.log1p(now / level));
    }
}
