package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.List;

/// How a video does with the world's whole audience, of which the people are a small part.
///
/// Views rest on followers, quality and much luck, so that popular is not the same as good.
///
/// @param views how many it has in the end
/// @param likes per view; so are comments, shares and saves
/// @param told what its counters say about its quality, noise included
record Spread(double views, double likes, double comments, double shares, double saves, List<Told> told) {

    /// Deviation of videos' qualities around their poster's mean; with the posters' own deviation all have variance 1.
    static final double OF_VIDEOS = 0.8;

    private static final double[] MEDIANS = {0.055, 0.0012, 0.003, 0.003};
    private static final double[] SLOPES = {0.35, 0.20, 0.35, 0.30};
    private static final double[] NOISES = {0.40, 0.60, 0.70, 0.60};
    private static final double VIEW_SLOPE = 0.8;
    private static final double VIEW_NOISE = 1.0;
    private static final double VIEWS_OF_A_FOLLOWER = 30;
    private static final double BY_FOLLOWERS = 0.5;
    private static final double HALF_LIFE_DAYS = 1.2;
    private static final double TAIL = 0.9;
    private static final double DAY_SECONDS = 86_400;

    /// A logarithm of a counter beside what is usual: slope · quality + noise.
    record Told(double slope, double noise, double residual) {
    }

    static Spread drawn(Dice dice, Poster poster, double quality, Form form) {
        Told views = told(dice, VIEW_SLOPE, VIEW_NOISE, quality);
        double reach = VIEWS_OF_A_FOLLOWER * StrictMath.pow(poster.followers(), BY_FOLLOWERS)
                * StrictMath.exp(views.residual());
        double[] rates = new double[MEDIANS.length];
        Told[] told = new Told[MEDIANS.length + 1];
        told[MEDIANS.length] = views;
        for (int i = 0; i < rates.length; i++) {
            told[i] = told(dice, SLOPES[i], NOISES[i], quality);
            double byForm = i == 1 ? form.commented() : i == 2 ? form.shared() : 0;
            rates[i] = MEDIANS[i] * StrictMath.exp(told[i].residual() + byForm);
        }
        return new Spread(reach, rates[0], rates[1], rates[2], rates[3], List.of(told));
    }

    private static Told told(Dice dice, double slope, double noise, double quality) {
        return new Told(slope, noise, slope * quality + noise * dice.gaussian());
    }

    /// The share of its views that a video has at this age.
    static double grown(double seconds) {
        return 1 - StrictMath.pow(1 + Math.max(0, seconds) / DAY_SECONDS / HALF_LIFE_DAYS, -TAIL);
    }

    /// Views at this age.
    long viewsAt(double seconds) {
        return (long) (views * grown(seconds));
    }

    /// All counters at this age.
    WorldVideo.Counted at(double seconds) {
        long seen = viewsAt(seconds);
        return new WorldVideo.Counted(seen, (long) (seen * Math.min(0.6, likes)),
                (long) (seen * Math.min(0.2, comments)),
                (long) (seen * Math.min(0.2, shares)), (long) (seen * Math.min(0.2, saves)));
    }

    /// What is thought of the quality of a video of which only its poster and counters are known: the mean of a normal belief that
    /// starts at the poster's mean and takes each logarithm of a counter for slope · quality + noise.
    double judged(double ofPoster) {
        double weight = 1 / (OF_VIDEOS * OF_VIDEOS);
        double sum = weight * ofPoster;
        for (Told one : told) {
            double precision = one.slope() * one.slope() / (one.noise() * one.noise());
            weight += precision;
            sum += precision * one.residual() / one.slope();
        }
        return sum / weight;
    }
}
