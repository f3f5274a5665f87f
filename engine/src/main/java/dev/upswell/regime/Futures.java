package dev.upswell.regime;

import static dev.upswell.regime.RegimeParameters.LAST;
import static dev.upswell.regime.RegimeParameters.REGIMES;

import dev.upswell.numeric.SplitMix;
import dev.upswell.timeline.Counter;
import java.util.Arrays;

/// Many futures of one entity from what is believed of its present, played with the learnt process.
final class Futures {

    static final int COUNT = 128;

    /// A quarter, half, and all of the time.
    static final int PARTS = 3;

    private static final int STEP = 2;
    private static final double UNSEEN = 0.97;
    /// How far views since a display moved may be from what posts let expect, relative.
    private static final double UNSURE = 0.1;
    private static final double HOURS = (double) STEP / StepGains.PER_HOUR;
    private static final int DRAWS = 4096;
    private static final float[] NORMAL = new float[DRAWS];

    static {
        for (int i = 0; i < DRAWS; i++) {
            NORMAL[i] = (float) normal((i + 0.5) / DRAWS);
        }
    }

    private final double[] viewGrowth = new double[COUNT];
    private final double[][] postsAfter = new double[PARTS][COUNT];

    /// The quantile of the standard normal distribution, by bisection of its series.
    private static double normal(double share) {
        double low = -8;
        double high = 8;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z > 0 ? 1 - tail : tail;
    }

    /// Plays the futures of this many hours.
    ///
    /// @param hours how far ahead, at least 1
    static Futures of(Walk walk, int hours, long seed) {
        Futures futures = new Futures();
        RegimeParameters p = walk.parameters();
        Course course = walk.course();
        int steps = hours * StepGains.PER_HOUR / STEP;
        double[] season = new double[steps];
        double[] share = new double[steps];
        for (int t = 0; t < steps; t++) {
            season[t] = course.season(course.size() + t * STEP + STEP / 2);
            share[t] = Math.min(0.9, walk.underWay().share(season[t]) * STEP);
        }
        Draw draw = new Draw(p, walk, season, share, seed);
        for (int i = 0; i < COUNT; i++) {
            draw.play(futures, i);
        }
        return futures;
    }

    /// One future after the other.
    private static final class Draw {

        private final RegimeParameters p;
        private final Walk walk;
        private final double[] season;
        private final double[] share;
        private final double forget;
        private final double usual;
        private final double entering;
        private final double quarters;
        private final double stay;
        private final double stray;
        private final double hidden;
        private final double[] leaving = new double[REGIMES];
        private long state;

        Draw(RegimeParameters p, Walk walk, double[] season, double[] share, long seed) {
            this.p = p;
            this.walk = walk;
            this.season = season;
            this.share = share;
            state = SplitMix.mix(seed);
            forget = Math.exp(-HOURS / p.memoryHours());
            usual = walk.course().usual() * STEP;
            double quarter = Math.exp(-1.0 / StepGains.PER_HOUR / p.memoryHours());
            entering = (1 + quarter) / 2;
            quarters = walk.course().usual() / (1 - quarter);
            Explained explained = walk.course().explained();
            hidden = explained == null ? Double.NaN : explained.hidden();
            stay = Math.exp(-HOURS / p.moodHours());
            stray = p.moodSpread() * Math.sqrt(1 - stay * stay);
            for (int k = 0; k < REGIMES; k++) {
                leaving[k] = 1 - Math.exp(-p.leaving()[k] * HOURS);
            }
        }

        private double unit() {
            state += SplitMix.GOLDEN;
            return SplitMix.unit(SplitMix.mix(state));
        }

        private double normal() {
            state += SplitMix.GOLDEN;
            return NORMAL[(int) (SplitMix.mix(state) >>> 52)];
        }

        void play(Futures futures, int number) {
            RegimeFilter filter = walk.filter();
            UnderWay way = walk.underWay();
            int regime = 0;
            double point = (number + 0.5) / COUNT;
            while (regime < LAST && point > filter.probability(regime)) {
                point -= filter.probability(regime++);
            }
            double mood = Math.max(0.1, filter.mood(regime) + Math.sqrt(filter.variance(regime)) * normal());
            double scale = Math.sqrt(way.excitationVariance()) * normal();
            double excitation = Math.max(0, way.excitation() + scale);
            double fresh = way.fresh();
            double moving = way.moving();
            double total = 0;
            double views = 0;
            for (int t = 0; t < season.length; t++) {
                if (unit() < leaving[regime]) {
                    regime = regime < LAST ? regime + 1 : unit() < p.again() ? 1 : 0;
                }
                mood = 1 + stay * (mood - 1) + stray * normal();
                double x = excitation / quarters;
                double load = p.branching()[regime] * x / (1 + x / p.saturation());
                double mean = season[t] * Math.max(0.2, mood) * usual * (1 - p.branching()[0] + load);
                double posts = came(mean);
                double weight = Math.max(0.3 * posts, posts + Math.sqrt(p.weightVariance() * posts) * normal());
                double seen = share[t] * moving;
                double shown = share[t] * fresh;
                moving += shown - seen;
                fresh += weight - shown;
                excitation = forget * excitation + weight * entering;
                views += seen;
                total += posts;
                note(futures, number, t, total);
            }
            futures.viewGrowth[number] = Math.log1p(shown(views) / walk.course().viewsLevel());
        }

        /// What a display that may be rounded gains by so many views of posts.
        private double shown(double views) {
            Course course = walk.course();
            double came = views * course.viewsPerPost();
            double step = course.viewResolution();
            if (step <= 1) {
                return came;
            }
            double into = Double.isNaN(hidden)
                    ? unit() * step
                    : Math.clamp(hidden * (1 + UNSURE * normal()), 0, UNSEEN * step);
            return Math.floor((into + came) / step) * step;
        }

        private void note(Futures futures, int number, int t, double total) {
            int passed = t + 1;
            if (4 * passed <= season.length) {
                futures.postsAfter[0][number] = total;
            }
            if (2 * passed <= season.length) {
                futures.postsAfter[1][number] = total;
            }
            futures.postsAfter[2][number] = total;
        }

        private double came(double mean) {
            if (mean > 20) {
                return Math.max(0, mean + Math.sqrt(mean) * normal());
            }
            double left = unit();
            double mass = Math.exp(-mean);
            int count = 0;
            while (left >= mass && count < 100) {
                left -= mass;
                mass *= mean / ++count;
            }
            return count;
        }
    }

    /// Log growth of the counter in each future, ascending.
    double[] growths(Counter counter, double level) {
        double[] sorted = counter == Counter.VIEWS
                ? viewGrowth.clone()
                : Arrays.stream(postsAfter[PARTS - 1]).map(posts -> Math.log1p(posts / level)).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /// Mean posts in the first quarter, half, and all of the time.
    double meanPosts(int part) {
        return Arrays.stream(postsAfter[part]).average().orElseThrow();
    }
}
