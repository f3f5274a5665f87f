package dev.upswell.simulate;

import dev.upswell.numeric.Dice;

/// How much weight posts carry: a Pareto tail in the poster's reach, with mean 1.
///
/// Drawn from a table of equally likely values, because the oracle draws hundreds of millions.
final class Marks {

    private static final int SIZE = 2048;
    private static final double TAIL = 2;
    private static final int MANY = 12;
    private static final double[] TABLE = new double[SIZE];
    private static final double SPREAD;

    static {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            TABLE[i] = StrictMath.pow(1 - (i + 0.5) / SIZE, -1 / TAIL);
            sum += TABLE[i];
        }
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            TABLE[i] *= SIZE / sum;
            squares += (TABLE[i] - 1) * (TABLE[i] - 1);
        }
        SPREAD = StrictMath.sqrt(squares / SIZE);
    }

    private Marks() {
    }

    /// The weight of this many posts together; normal where they are many.
    static double sum(int posts, Dice dice) {
        if (posts > MANY) {
            return Math.max(posts * 0.4, posts + SPREAD * StrictMath.sqrt(posts) * dice.gaussian());
        }
        double sum = 0;
        for (int i = 0; i < posts; i++) {
            sum += TABLE[dice.below(SIZE)];
        }
        return sum;
    }
}
