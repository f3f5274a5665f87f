package dev.upswell.simulate;

import dev.upswell.numeric.Dice;
import dev.upswell.numeric.LowerBound;
import dev.upswell.numeric.Quantiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
    /// @param probability of surging in the next 24 hours by true counts; 0 for those that are not eligible
    /// @param shownProbability the same by the counts that their sources show, which is what an observer can judge by
    /// @param expectedLogGrowth mean of ln(views in 24 h / views now)
    record Verdict(double[] probability, double[] shownProbability, double[] expectedLogGrowth) {
    }

    /// Log growths of all hashtags in one future, by true counts and by those that their sources show.
    private record Future(double[] growth, double[] shown) {
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
        boolean[] eligible = new boolean[hashtags];
        for (int i = 0; i < hashtags; i++) {
            eligible[i] = present.spread(i).views() >= MINIMUM_VIEWS;
        }
        List<Future> all = IntStream.range(0, futures).parallel()
                .mapToObj(future -> future(present, hashtags, cut, future)).toList();
        double[] expected = new double[hashtags];
        for (Future one : all) {
            for (int i = 0; i < hashtags; i++) {
                expected[i] += one.growth()[i] / futures;
            }
        }
        return new Verdict(
                probability(all.stream().map(Future::growth).toList(), eligible),
                probability(all.stream().map(Future::shown).toList(), eligible), expected);
    }

    /// The share of pairs (future, bar of a future) in which each hashtag's growth is above the bar.
    private static double[] probability(List<double[]> growths, boolean[] eligible) {
        double[] bars = growths.stream().mapToDouble(growth -> bar(growth, eligible)).sorted().toArray();
        double[] probability = new double[eligible.length];
        for (int i = 0; i < probability.length; i++) {
            for (double[] growth : growths) {
                probability[i] += eligible[i] ? shareBelow(bars, growth[i]) / bars.length : 0;
            }
        }
        return probability;
    }

    private Future future(Outbreaks present, int hashtags, long cut, int number) {
        Outbreaks world = present.copyAt(cut);
        Dice[] dice = new Dice[world.memes().size()];
        Arrays.fill(dice, Dice.of(seed, "future-" + cut, number));
        for (long passed = 0; passed < HORIZON_SECONDS; passed += stepSeconds) {
            world.step(cut + passed, stepSeconds / 3600.0, dice);
        }
        double[] growth = new double[hashtags];
        double[] shown = new double[hashtags];
        for (int i = 0; i < hashtags; i++) {
            Provider provider = world.memes().get(i).provider();
            long before = present.spread(i).views();
            long after = world.spread(i).views();
            growth[i] = StrictMath.log(after / (double) before);
            shown[i] = StrictMath.log(provider.shown(after) / (double) provider.shown(before));
        }
        return new Future(growth, shown);
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
