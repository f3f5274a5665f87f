package dev.upswell.learn.sketch;

/// How far the shares of cells lie apart in two tables of counts.
public final class ShareShift {

    /// Added to every cell, so that an empty one makes no infinite ratio.
    private static final double SMOOTHING = 0.5;

    private ShareShift() {
    }

    /// The population stability index: the sum over cells of (q − p)·ln(q/p).
    ///
    /// **range** 0 and up, in nats; below 0.1 usually called stable, 0.1 to 0.25 a moderate shift, above a large one · **source** Siddiqi,
    /// Credit risk scorecards (2006)
    public static double psi(long[] before, long[] now) {
        double ofBefore = total(before) + SMOOTHING * before.length;
        double ofNow = total(now) + SMOOTHING * now.length;
        double sum = 0;
        for (int cell = 0; cell < before.length; cell++) {
            double p = (before[cell] + SMOOTHING) / ofBefore;
            double q = (now[cell] + SMOOTHING) / ofNow;
            sum += (q - p) * Math.log(q / p);
        }
        return sum;
    }

    /// The Jensen–Shannon distance: the root of the divergence to base 2.
    ///
    /// **range** 0 (equal) to 1 (nothing in common) · **source** Endres and Schindelin, A new metric for probability distributions (2003)
    public static double jensenShannon(long[] before, long[] now) {
        double ofBefore = total(before);
        double ofNow = total(now);
        double sum = 0;
        for (int cell = 0; cell < before.length; cell++) {
            double p = before[cell] / ofBefore;
            double q = now[cell] / ofNow;
            double middle = (p + q) / 2;
            sum += part(p, middle) + part(q, middle);
        }
        return Math.sqrt(Math.clamp(sum / 2 / Math.log(2), 0, 1));
    }

    public static long total(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static double part(double share, double middle) {
        return share > 0 ? share * Math.log(share / middle) : 0;
    }
}
