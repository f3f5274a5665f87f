package dev.upswell.numeric;

/// The two-sample test of Kolmogorov and Smirnov: the largest gap between two distribution functions, and how easily chance makes one.
///
/// **source** Smirnov, Table for estimating the goodness of fit of empirical distributions (1948).
public final class KolmogorovSmirnov {

    private static final double NEGLIGIBLE = 1e-16;
    private static final int MOST_TERMS = 100_000;

    private KolmogorovSmirnov() {
    }

    /// The largest gap between the distribution functions of two samples in ascending order.
    ///
    /// **range** 0..1; both samples have a value, none NaN · **cost** O(n + m)
    public static double distance(double[] ascending, double[] others) {
        if (ascending.length == 0 || others.length == 0) {
            throw new IllegalArgumentException("samples (" + ascending.length + " and " + others.length
                    + " values) must both have a value\nMaybe every value is missing.");
        }
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < ascending.length && j < others.length) {
            double value = Math.min(ascending[i], others[j]);
            while (i < ascending.length && ascending[i] <= value) {
                i++;
            }
            while (j < others.length && others[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / ascending.length - (double) j / others.length));
        }
        return largest;
    }

    /// The probability of a gap at least this large when both samples come from one continuous distribution (large samples).
    ///
    /// @param scaled the distance times √(n·m / (n + m)), of independent rows or of effective sample sizes
    public static double pValue(double scaled) {
        return pValue(scaled, Double.POSITIVE_INFINITY);
    }

    /// The same when the effective sample size was itself estimated, with this many degrees of freedom.
    ///
    /// As Student's distribution stands to the normal one: the scale w = χ²(ν)/ν is averaged over, and
    /// E exp(−2k²λ²w) = (1 + 4k²λ²/ν)^(−ν/2), so that the series of Kolmogorov stays a series.
    ///
    /// @param degrees above 2, may be infinite
    public static double pValue(double scaled, double degrees) {
        if (!(scaled >= 0 && degrees > 2)) {
            throw new IllegalArgumentException("scaled distance (" + scaled + ", degrees of freedom " + degrees
                    + ") must be at least 0, and they above 2\nMaybe too few entities were seen.");
        }
        if (scaled < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= MOST_TERMS; k++) {
            double square = 2.0 * k * k * scaled * scaled;
            double term = Double.isInfinite(degrees)
                    ? Math.exp(-square)
                    : Math.exp(-degrees / 2 * Math.log1p(2 * square / degrees));
            sum += k % 2 == 1 ? term : -term;
            if (term < NEGLIGIBLE) {
                break;
            }
        }
        return Math.clamp(2 * sum, 0, 1);
    }
}
