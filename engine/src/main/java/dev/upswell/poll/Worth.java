package dev.upswell.poll;

import java.time.Duration;

/// What it is worth to look at something again and again: how many bits more are known of it, at an instant like any other, than if
/// nobody looked; times a weight.
///
/// A level that wanders with variance `v` an hour is uncertain by `½ log₂(1 + v·t / r²)` bits when it was read `t` hours ago, where
/// the part [#BLUR] of it stays unknown whatever one does. The worth of a cadence is the mean of that over a week without a look,
/// less its mean over the cadence's length. Beside that, half a bit is known while what is known is not older than the
/// freshness target: that nothing happened is news too.
///
/// In visits per day both are concave: each further visit adds less than the one before. That is what makes the plan of [PollPlan]
/// right. Bits that visits *tell*, summed up, would be concave too, but they reward leaving what moves alone until there is
/// much to tell (`docs/decisions/038-what-to-poll-how-often.md`).
///
/// @param volatility variance of the logarithm of the level after an hour, from 0
/// @param weight how much more a bit of this counts than one of a usual subject, above 0
/// @param fresh how old what is known should get at most
public record Worth(double volatility, double weight, Duration fresh) {

    /// The part of a level that stays unknown: providers show counters late and rounded by about so much.
    public static final double BLUR = 0.02;

    /// Bits of being fresh.
    static final double FRESH_BITS = 0.5;

    private static final double WEEK_HOURS = 7 * 24;
    private static final double DAY_HOURS = 24;
    /// Below it the mean is told by the first terms of its series; the closed form would lose all digits.
    private static final double TINY = 1e-5;

    public Worth {
        if (!(volatility >= 0 && volatility < Double.POSITIVE_INFINITY && weight > 0
                && weight < Double.POSITIVE_INFINITY && fresh.isPositive())) {
            throw new IllegalArgumentException("worth (volatility " + volatility + ", weight " + weight + ", fresh "
                    + fresh + ") must be finite and above 0\nMaybe a rate was learnt from no readings.");
        }
    }

    /// Weighted bits that are known by looking this often; 0 for what is paused.
    public double bits(Cadence cadence) {
        double visits = cadence.visitsPerDay();
        if (visits == 0) {
            return 0;
        }
        double hours = DAY_HOURS / visits;
        double targets = Duration.ofDays(1).toMillis() / (double) fresh.toMillis();
        return weight
                * (Math.max(0, unknown(WEEK_HOURS) - unknown(hours)) + FRESH_BITS * Math.min(1, visits / targets));
    }

    /// Bits that are unknown on the mean over so many hours after a look.
    double unknown(double hours) {
        double wandered = volatility * hours / (BLUR * BLUR);
        double mean = wandered < TINY
                ? wandered / 2 - wandered * wandered / 6
                : (1 + 1 / wandered) * Math.log1p(wandered) - 1;
        return mean / (2 * Math.log(2));
    }
}
