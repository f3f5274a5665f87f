package dev.upswell.tune;

import dev.upswell.learn.TreeSettings;
import java.util.SplittableRandom;

/// Settings of boosted trees drawn at random, on a logarithmic scale where a factor matters more than a difference.
///
/// @param seed of the draws; the trees keep the seed of the usual settings
public record TreeSpace(TreeSettings usual, long seed) {

    private static final int[] DEPTHS = {2, 3, 4, 5, 6};
    private static final int[] BINS = {32, 64};
    private static final double[] NEGATIVES = {1, 1, 0.5};
    private static final double[] HALF_LIVES = {0, 0, 0, 365, 120};
    private static final int ONE_MONOTONE_OF = 3;

    /// The settings with this number.
    public TreeSettings settings(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        double rate = between(random, 0.02, 0.15);
        int rounds = (int) Math.clamp(Math.round(between(random, 8, 26) / rate), 50, 700);
        return new TreeSettings(rounds, DEPTHS[random.nextInt(DEPTHS.length)], rounded(rate),
                rounded(random.nextDouble(0.5, 1)), rounded(between(random, 0.1, 0.8)),
                rounded(between(random, 1, 100)), rounded(between(random, 0.5, 50)),
                BINS[random.nextInt(BINS.length)], NEGATIVES[random.nextInt(NEGATIVES.length)],
                HALF_LIVES[random.nextInt(HALF_LIVES.length)], usual.seed(),
                random.nextInt(ONE_MONOTONE_OF) == 0);
    }

    private static double between(SplittableRandom random, double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    /// Two digits, so that people can read what was tried.
    private static double rounded(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Math.round(value / unit) * unit;
    }
}
