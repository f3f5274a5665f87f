package dev.upswell.ranking;

import dev.upswell.numeric.Dice;

/// Orders drawn place by place, each item with odds of exp(score / temperature) among those that are left.
///
/// Good items come first more often, and every order has a known probability. A temperature of 0 always takes the best, the first of
/// equals; its probabilities are 1 and 0.
///
/// @param temperature in units of the scores, from 0
///
/// **source** Plackett, The analysis of permutations (1975); Luce, Individual choice behavior (1959)
public record PlackettLuce(double temperature) {

    public PlackettLuce {
        if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature (" + temperature
                    + ") must be from 0\nMaybe it was given as a percentage that was not read.");
        }
    }

    /// The chance of each item to be taken next.
    ///
    /// @param scores one an item; an item that must not be taken has minus infinity
    /// @return chances that sum to 1, or all 0 where nothing may be taken
    ///
    /// **errors** `IllegalArgumentException` for scores that are no numbers, or plus infinity
    public double[] chances(double[] scores) {
        int best = best(scores);
        double[] chances = new double[scores.length];
        if (best < 0) {
            return chances;
        }
        if (temperature == 0) {
            chances[best] = 1;
            return chances;
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            chances[i] = Math.exp((scores[i] - scores[best]) / temperature);
            sum += chances[i];
        }
        for (int i = 0; i < scores.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    private static int best(double[] scores) {
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i]) || scores[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("score " + i + " (" + scores[i]
                        + ") must be a number\nMaybe an unknown score was passed on.");
            }
            if (scores[i] > Double.NEGATIVE_INFINITY && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
        }
        return best;
    }

    /// One item by these chances.
    ///
    /// @param chances that sum to about 1
    public static int draw(double[] chances, Dice dice) {
        double point = dice.unit();
        int last = -1;
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] > 0) {
                point -= chances[i];
                last = i;
                if (point < 0) {
                    return i;
                }
            }
        }
        if (last < 0) {
            throw new IllegalArgumentException("nothing can be drawn of " + chances.length
                    + " items\nMaybe all of them were taken already.");
        }
        return last;
    }

    /// The logarithm of the probability that these items come first in this order; minus infinity where it cannot happen.
    public double logProbability(double[] scores, int[] order) {
        double[] left = scores.clone();
        double sum = 0;
        for (int item : order) {
            sum += Math.log(chances(left)[item]);
            left[item] = Double.NEGATIVE_INFINITY;
        }
        return sum;
    }
}
