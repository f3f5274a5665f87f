package dev.upswell.numeric;

import java.util.Arrays;

/// How often two things fall to the same owners, beside how often they would if neither minded the other.
///
/// Owners are put into strata within which they are alike (as busy as each other), because the busy have everything more often. Within each
/// stratum the number of owners of both is hypergeometric when neither minds the other; the strata's numbers add up.
///
/// **source** exact conditional test over strata: Mantel and Haenszel (1959), with its null distribution by convolution; interval of
/// observed by expected after Byar, in Breslow and Day, Statistical Methods in Cancer Research II (1987).
///
/// @param both owners of both
/// @param expected how many there would be by chance
/// @param atLeast probability of so many or more by chance [0..1]
public record Overlap(int both, double expected, double atLeast) {

    private static final double Z_95 = 1.959963984540054;

    /// Owners within a stratum.
    ///
    /// @param all of them
    /// @param one owners of the one
    /// @param other owners of the other
    /// @param both owners of both
    public record Stratum(int all, int one, int other, int both) {

        public Stratum {
            if (both < Math.max(0, one + other - all) || both > Math.min(one, other) || Math.max(one, other) > all) {
                throw new IllegalArgumentException("stratum (" + all + ", " + one + ", " + other + ", " + both
                        + ") must have owners of both among those of each, and those among all\nMaybe they were counted apart.");
            }
        }

        private double expected() {
            return all == 0 ? 0 : (double) one * other / all;
        }

        /// Probabilities of 0, 1, 2 … owners of both.
        private double[] chances() {
            int least = Math.max(0, one + other - all);
            double[] chances = new double[Math.min(one, other) + 1];
            for (int x = least; x < chances.length; x++) {
                chances[x] = StrictMath.exp(choose(one, x) + choose(all - one, other - x) - choose(all, other));
            }
            return chances;
        }
    }

    /// The overlap over these strata.
    ///
    /// **cost** product of the strata's numbers of owners of the rarer one
    public static Overlap of(Stratum... strata) {
        int both = 0;
        double expected = 0;
        double[] chances = {1};
        for (Stratum stratum : strata) {
            both += stratum.both();
            expected += stratum.expected();
            chances = added(chances, stratum.chances());
        }
        double atLeast = Arrays.stream(chances, both, chances.length).sum();
        return new Overlap(both, expected, Math.min(1, atLeast));
    }

    /// How many times as many as by chance; 0 where none was expected.
    public double ratio() {
        return expected == 0 ? 0 : both / expected;
    }

    /// Lower end of the 95 % interval of that ratio.
    public double low() {
        return both == 0 || expected == 0 ? 0 : byar(both, -Z_95) / expected;
    }

    /// Upper end of it; 0 where none was expected.
    public double high() {
        return expected == 0 ? 0 : byar(both + 1, Z_95) / expected;
    }

    private static double byar(int count, double z) {
        double root = 1 - 1 / (9.0 * count) + z / (3 * Math.sqrt(count));
        return count * root * root * root;
    }

    private static double[] added(double[] some, double[] more) {
        double[] sums = new double[some.length + more.length - 1];
        for (int i = 0; i < some.length; i++) {
            for (int j = 0; j < more.length; j++) {
                sums[i + j] += some[i] * more[j];
            }
        }
        return sums;
    }

    private static double choose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /// Exact up to 255, by Stirling's series beyond, which is right to 12 digits there.
    private static double logFactorial(int n) {
        if (n < SMALL.length) {
            return SMALL[n];
        }
        double x = n + 1.0;
        return (x - .5) * StrictMath.log(x) - x + .5 * StrictMath.log(2 * Math.PI) + 1 / (12 * x)
                - 1 / (360 * x * x * x);
    }

    private static final double[] SMALL = small();

    private static double[] small() {
        double[] logs = new double[256];
        for (int n = 1; n < logs.length; n++) {
            logs[n] = logs[n - 1] + StrictMath.log(n);
        }
        return logs;
    }
}
