package dev.upswell.experiment;

import org.apache.commons.math3.special.Beta;

/// What wins and losses of two against each other tell at any time, however often they are looked at.
///
/// The likelihood of what was seen, averaged over shares of wins drawn from a beta distribution with both parameters one half, beside that
/// of another share: where that other one is true the ratio is a martingale, so that by Ville's inequality it exceeds `1 / error` at any
/// look with the chance `error` at most. Nothing is approximated, so it holds from the first win on.
///
/// @param share of wins; one half while nothing was decided
/// @param low end of an interval that holds the true share at all looks at once with the chance of `1 − error`
/// @param high its other end
/// @param p always-valid, of both being as good, the smallest so far where looks are carried on by [#after]
///
/// **range** shares from 0 to 1 · **source** Robbins, Statistical methods related to the law of the iterated logarithm (1970)
public record SequentialShare(double share, double low, double high, double p) {

    private static final double PRIOR = 0.5;
    private static final int HALVINGS = 60;

    public SequentialShare {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("interval (" + low + " to " + high
                    + ") must be ordered, from 0 to 1\nMaybe its ends were taken from looks that contradict each other.");
        }
    }

    /// What so many wins and losses tell; draws are not among them.
    ///
    /// @param error in (0, 1)
    public static SequentialShare of(long wins, long losses, double error) {
        if (wins < 0 || losses < 0 || !(error > 0 && error < 1)) {
            throw new IllegalArgumentException("wins " + wins + ", losses " + losses + " and error " + error
                    + " must be from 0, the error in between 0 and 1\nMaybe draws were taken off twice.");
        }
        long decided = wins + losses;
        if (decided == 0) {
            return new SequentialShare(0.5, 0, 1, 1);
        }
        double mixed = Beta.logBeta(wins + PRIOR, losses + PRIOR) - Beta.logBeta(PRIOR, PRIOR);
        double most = -Math.log(error);
        double share = (double) wins / decided;
        double low = wins == 0 ? 0 : end(wins, losses, mixed - most, 0, share);
        double high = losses == 0 ? 1 : end(wins, losses, mixed - most, 1, share);
        return new SequentialShare(share, low, high, Math.min(1, Math.exp(likelihood(wins, losses, 0.5) - mixed)));
    }

    /// Where the likelihood comes down to this one, between a share at which it is lower and one at which it is higher.
    private static double end(long wins, long losses, double least, double lower, double higher) {
        double out = lower;
        double in = higher;
        for (int i = 0; i < HALVINGS; i++) {
            double between = (out + in) / 2;
            if (likelihood(wins, losses, between) < least) {
                out = between;
            } else {
                in = between;
            }
        }
        return out;
    }

    private static double likelihood(long wins, long losses, double share) {
        return (wins == 0 ? 0 : wins * Math.log(share)) + (losses == 0 ? 0 : losses * Math.log1p(-share));
    }

    /// This look after an earlier one: what was told once stays told.
    ///
    /// **edge cases** looks that contradict each other leave an interval that holds both
    public SequentialShare after(SequentialShare earlier) {
        double least = Math.max(low, earlier.low);
        double most = Math.min(high, earlier.high);
        return least <= most
                ? new SequentialShare(share, least, most, Math.min(p, earlier.p))
                : new SequentialShare(share, Math.min(low, earlier.low), Math.max(high, earlier.high),
                        Math.min(p, earlier.p));
    }
}
