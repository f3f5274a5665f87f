package dev.upswell.simulate;

import dev.upswell.numeric.LowerBound;
import dev.upswell.numeric.Quantiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Knows everything about the present and nothing of the future: what no forecast can beat.
///
/// It copies the true state of all hashtags and sounds, lets many futures of 24 hours happen, and counts in how many a
/// hashtag's growth lies above the bar. Each growth is compared with the bars of all futures, which makes the
/// probabilities far finer than one over the number of futures.
///
/// It steps as the world does, so that its futures are draws from the very process that makes the future.
///
/// **cost** futures × hashtags × steps of a day a cut, on all processors; the result does not depend on how many there are.
final class Oracle {

    static final long MINIMUM_VIEWS = 10_000;
    static final double BAR_QUANTILE = 0.95;
    private static final long HORIZON_SECONDS = 24 * 3600;

    /// What the oracle says at one cut, by index of the hashtag.
    ///
    /// @param probability of surging in the next 24 hours; 0 for those that are not eligible
    /// @param expectedLogGrowth mean of ln(views in 24 h / views now)
    record Verdict(double[] probability, double[] expectedLogGrowth) {
    }

    private final long seed;
    private final int futures;
    private final long stepSeconds;

    /// @param step how far the world goes at once
    Oracle(long seed, int futures, Duration step) {
        this.seed = seed;
        this.futures = futures;
        stepSeconds = step.toSeconds();
    }

    /// The verdict on the first `hashtags` of these outbreaks at this epoch second.
    Verdict ask(Outbreaks present, int hashtags, long cut) {
        double[][] growths = IntStream.range(0, futures).parallel()
                .mapToObj(future -> logGrowths(present.copy(), hashtags, cut, future)).toArray(double[][]::new);
        boolean[] eligible = new boolean[hashtags];
        for (int i = 0; i < hashtags; i++) {
            eligible[i] = present.spread(i).views() >= MINIMUM_VIEWS;
        }
        double[] bars = Arrays.stream(growths).mapToDouble(growth -> bar(growth, eligible)).sorted().toArray();
        double[] probability = new double[hashtags];
        double[] expected = new double[hashtags];
        for (int i = 0; i < hashtags; i++) {
            for (double[] growth : growths) {
                expected[i] += growth[i] / futures;
                probability[i] += eligible[i] ? shareBelow(bars, growth[i]) / futures : 0;
            }
        }
        return new Verdict(probability, expected);
    }

    private double[] logGrowths(Outbreaks world, int hashtags, long cut, int future) {
        double[] before = new double[hashtags];
        for (int i = 0; i < hashtags; i++) {
            before[i] = world.spread(i).views();
        }
        Dice[] dice = new Dice[world.memes().size()];
        Arrays.fill(dice, Dice.of(seed, "future-" + cut, future));
        for (long passed = 0; passed < HORIZON_SECONDS; passed += stepSeconds) {
            world.step(cut + passed, stepSeconds / 3600.0, dice);
        }
        double[] growth = new double[hashtags];
        for (int i = 0; i < hashtags; i++) {
            growth[i] = StrictMath.log(world.spread(i).views() / before[i]);
        }
        return growth;
    }

    /// The growth above which a hashtag surges: the 95th percentile of the eligible ones, at least 0.
    static double bar(double[] growth, boolean[] eligible) {
        double[] counted = IntStream.range(0, growth.length).filter(i -> eligible[i]).mapToDouble(i -> growth[i])
                .toArray();
        return counted.length == 0 ? Double.POSITIVE_INFINITY : Math.max(0, Quantiles.of(counted, BAR_QUANTILE));
    }

    private static double shareBelow(double[] ascending, double value) {
        return (double) LowerBound.of(ascending.length, i -> ascending[i] < value) / ascending.length;
    }
}
