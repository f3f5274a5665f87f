package dev.upswell.experiment;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/// Whether units were dealt to the groups of an experiment as planned; where they were not, its result says nothing.
///
/// @param p the chance of counts that lie at least so far off where all was dealt as planned, by Pearson's chi-squared test
public record SampleRatio(double p) {

    private static final double ALARM = 0.001;

    /// Compares counts with the shares that were planned.
    ///
    /// @param counts of units, from 0, of at least two groups
    /// @param shares above 0, as many; their sum does not matter
    public static SampleRatio of(long[] counts, double[] shares) {
        long all = 0;
        double whole = 0;
        boolean sound = counts.length == shares.length && counts.length > 1;
        for (int i = 0; sound && i < counts.length; i++) {
            sound = counts[i] >= 0 && shares[i] > 0;
            all += counts[i];
            whole += shares[i];
        }
        if (!sound || all == 0) {
            throw new IllegalArgumentException("groups (" + counts.length + " counts of " + all + ", " + shares.length
                    + " shares) must be two or more with a unit\nMaybe nobody was dealt to a group yet.");
        }
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = all * shares[i] / whole;
            squares += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return new SampleRatio(
                1 - new ChiSquaredDistribution(null, counts.length - 1.0).cumulativeProbability(squares));
    }

    /// Whether chance hardly explains it: below one in a thousand, as every experiment is looked at often.
    public boolean isOff() {
        return p < ALARM;
    }
}
