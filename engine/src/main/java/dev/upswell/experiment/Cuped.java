package dev.upswell.experiment;

/// Takes out of a measure what its value before the experiment already told, so that fewer units are needed.
///
/// @param slope of the measure over its value before
/// @param before mean of the values before, over all groups
/// @param explained the share of the variance that is taken out [0..1]
///
/// **source** Deng, Xu, Kohavi and Walker, Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data
/// (2013)
public record Cuped(double slope, double before, double explained) {

    /// What values before tell of values during, over the units of all groups together.
    ///
    /// @param before of the same units, in the same order
    public static Cuped of(double[] during, double[] before) {
        if (during.length != before.length || during.length < 2) {
            throw new IllegalArgumentException("values (" + during.length + " during, " + before.length
                    + " before) must be of the same two or more units\nMaybe leave units without a past out of both.");
        }
        double meanDuring = mean(during);
        double meanBefore = mean(before);
        double together = 0;
        double ofBefore = 0;
        double ofDuring = 0;
        for (int i = 0; i < during.length; i++) {
            together += (during[i] - meanDuring) * (before[i] - meanBefore);
            ofBefore += (before[i] - meanBefore) * (before[i] - meanBefore);
            ofDuring += (during[i] - meanDuring) * (during[i] - meanDuring);
        }
        if (ofBefore == 0 || ofDuring == 0) {
            return new Cuped(0, meanBefore, 0);
        }
        return new Cuped(together / ofBefore, meanBefore, together * together / (ofBefore * ofDuring));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// A unit's value without what was known before; its mean over all units is unchanged.
    public double adjusted(double during, double unitBefore) {
        return during - slope * (unitBefore - before);
    }
}
