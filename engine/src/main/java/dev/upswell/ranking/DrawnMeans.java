package dev.upswell.ranking;

import java.util.HashMap;
import java.util.Map;

/// Means by name, each drawn to the mean of all by so many values more, so that few values say little.
///
/// **absence** names without a value have the mean of all; without any value at all it is 0
public final class DrawnMeans {

    private final Map<String, double[]> found = new HashMap<>();
    private final double doubt;
    private double sum;
    private double count;

    /// @param doubt how many values of the mean of all are added to each, from 0
    public DrawnMeans(double doubt) {
        if (!(doubt >= 0)) {
            throw new IllegalArgumentException("doubt (" + doubt + ") must be from 0\nMaybe it was left out.");
        }
        this.doubt = doubt;
    }

    /// Adds values of a name.
    ///
    /// @param sum of them
    /// @param count how many they are; 0 where the sum belongs to values that were added before
    public void add(String name, double sum, double count) {
        double[] of = found.computeIfAbsent(name, any -> new double[2]);
        of[0] += sum;
        of[1] += count;
        this.sum += sum;
        this.count += count;
    }

    /// The mean of a name.
    public double of(String name) {
        double usual = count > 0 ? sum / count : 0;
        double[] of = found.get(name);
        return of == null || of[1] + doubt <= 0 ? usual : (of[0] + doubt * usual) / (of[1] + doubt);
    }
}
