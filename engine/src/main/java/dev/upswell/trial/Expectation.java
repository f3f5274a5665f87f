package dev.upswell.trial;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/// What is expected of a trial before its first video, from earlier campaigns: it says how many videos are needed and where bounds are
/// closest. It is fixed when the trial begins and never moves the estimate, so that a wrong one costs videos and no error.
///
/// @param lift that the trial is planned to find, of asking for the pattern; from [#LEAST] to [#MOST]
/// @param within deviation of log engagement between videos of one creator, above 0
/// @param between deviation of log engagement between videos of different creators, above 0
/// @param trials how many earlier ones it rests on, from 0
public record Expectation(double lift, double within, double between, int trials) {

    /// The least lift that may be planned for: where the true one is 1.25, half of all estimates lie below 1.25.
    public static final double LEAST = 1.3;
    /// The largest lift that may be planned for.
    public static final double MOST = 3;
    /// Without earlier trials. The deviations are those of the last 40 videos of 108 creators, 0.56 within and 0.69 between them, rounded
    /// to the side that needs more videos.
    public static final Expectation USUAL = new Expectation(1.5, 0.6, 0.75, 0);

    /// Trials below which they are not gone by.
    public static final int ENOUGH = 3;

    public Expectation {
        if (!(lift >= LEAST && lift <= MOST)) {
            throw new IllegalArgumentException("lift to be found (" + lift + ") must lie from " + LEAST + " to " + MOST
                    + "\nMaybe it is in percent; below " + LEAST
                    + " no number of videos that can be made tells it from 1.25.");
        }
        if (!(within > 0 && within < 10 && between > 0 && between < 10 && trials >= 0)) {
            throw new IllegalArgumentException("noise (" + within + " within, " + between + " between creators, "
                    + trials + " trials) must be above 0\nMaybe all videos are alike.");
        }
    }

    /// A deviation as it was estimated.
    public record Noise(double deviation, int degrees) {
    }

    /// What an earlier trial found.
    ///
    /// @param effect logarithm of its lift
    /// @param error standard error of the effect, above 0
    /// @param within null where no creator made both kinds
    /// @param between null where all creators did
    public record Earlier(double effect, double error, @Nullable Noise within, @Nullable Noise between) {
    }

    /// What earlier trials let expect; [#USUAL] below three.
    ///
    /// Effects are taken as drawn from a normal distribution, whose mean and spread are estimated by the method of moments; planned for
    /// is the mean of those of its effects that lie above 1.25, for finding others is not what the trial is for.
    ///
    /// **source** DerSimonian and Laird, Meta-analysis in clinical trials (1986)
    public static Expectation from(List<Earlier> earlier) {
        if (earlier.size() < ENOUGH) {
            return USUAL;
        }
        double weights = 0;
        double squares = 0;
        for (Earlier one : earlier) {
            double weight = 1 / (one.error() * one.error());
            weights += weight;
            squares += weight * weight;
        }
        double common = mean(earlier, 0);
        double apart = 0;
        for (Earlier one : earlier) {
            apart += (one.effect() - common) * (one.effect() - common) / (one.error() * one.error());
        }
        double between = Math.max(0, (apart - earlier.size() + 1) / (weights - squares / weights));
        double lift = Math.exp(above(Math.log(Verdict.WORTHWHILE), mean(earlier, between), Math.sqrt(between)));
        return new Expectation(Math.clamp(lift, LEAST, MOST), pooled(earlier, Earlier::within, USUAL.within),
                pooled(earlier, Earlier::between, USUAL.between), earlier.size());
    }

    /// The same, planned to find another lift.
    public Expectation withLift(double wanted) {
        return new Expectation(wanted, within, between, trials);
    }

    private static double mean(List<Earlier> earlier, double between) {
        double weights = 0;
        double sum = 0;
        for (Earlier one : earlier) {
            double weight = 1 / (one.error() * one.error() + between);
            weights += weight;
            sum += weight * one.effect();
        }
        return sum / weights;
    }

    private static double pooled(List<Earlier> earlier, Function<Earlier, @Nullable Noise> part, double otherwise) {
        double squares = 0;
        int degrees = 0;
        for (Earlier one : earlier) {
            Noise noise = part.apply(one);
            if (noise != null) {
                squares += noise.degrees() * noise.deviation() * noise.deviation();
                degrees += noise.degrees();
            }
        }
        return degrees == 0 ? otherwise : Math.sqrt(squares / degrees);
    }

    /// The mean of those draws from a normal distribution that lie above a limit.
    private static double above(double limit, double mean, double spread) {
        if (spread < 1e-6) {
            return Math.max(limit, mean);
        }
        NormalDistribution normal = new NormalDistribution();
        double from = (limit - mean) / spread;
        double share = 1 - normal.cumulativeProbability(from);
        return share < 1e-6 ? limit : mean + spread * normal.density(from) / share;
    }

    /// Effects that would not surprise, in deviations within creators.
    double spreadWithin() {
        return Math.log(lift) / within;
    }

    /// Effects that would not surprise, in deviations between creators.
    double spreadBetween() {
        return Math.log(lift) / between;
    }
}
