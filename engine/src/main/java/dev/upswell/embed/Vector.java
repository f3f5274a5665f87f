package dev.upswell.embed;

import java.util.Arrays;
import java.util.List;

/// What a text says as a point in a space where texts that speak of the same are near each other.
///
/// **range** of length one, or all zeros where the text says nothing: [#saysNothing], and its likeness to anything is 0.
public final class Vector {

    private static final double NOTHING = 1e-12;

    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /// The direction of these values, scaled to length one; all zeros stay.
    public static Vector of(double... values) {
        double square = 0;
        for (double value : values) {
            square += value * value;
        }
        double length = Math.sqrt(square);
        if (!Double.isFinite(length)) {
            throw new IllegalArgumentException("values of a vector must be finite\nMaybe something was divided by 0.");
        }
        float[] scaled = new float[values.length];
        if (length > NOTHING) {
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = (float) (values[i] / length);
            }
        }
        return new Vector(scaled);
    }

    /// As [#of(double...)].
    public static Vector of(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return of(wide);
    }

    /// A vector whose values were read back from where [#values] were kept: they are taken as they are.
    public static Vector kept(float[] values) {
        return new Vector(values.clone());
    }

    /// The vector of a text that says nothing.
    public static Vector nothing(int size) {
        return new Vector(new float[size]);
    }

    /// The direction in the midst of these, each by its weight; nothing where they cancel out or there are none.
    public static Vector midst(List<Vector> vectors, double[] weights, int size) {
        double[] sum = new double[size];
        for (int i = 0; i < weights.length; i++) {
            vectors.get(i).addTo(sum, weights[i]);
        }
        return of(sum);
    }

    public int size() {
        return values.length;
    }

    public float at(int axis) {
        return values[axis];
    }

    /// A copy.
    public float[] values() {
        return values.clone();
    }

    /// Whether the text has no meaning that is known here.
    public boolean saysNothing() {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /// How alike two texts are: the cosine, −1 to 1.
    ///
    /// **errors** `IllegalArgumentException` when sizes differ
    public double likeness(Vector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("vectors (" + values.length + " and " + other.values.length
                    + " numbers) must be of one space\nMaybe one is of an older version.");
        }
        return Math.max(-1, Math.min(1, product(other.values)));
    }

    /// Four sums side by side: a processor adds to one while it still waits for the others.
    private double product(float[] others) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int whole = values.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            first += (double) values[i] * others[i];
            second += (double) values[i + 1] * others[i + 1];
            third += (double) values[i + 2] * others[i + 2];
            fourth += (double) values[i + 3] * others[i + 3];
        }
        for (int i = whole; i < values.length; i++) {
            first += (double) values[i] * others[i];
        }
        return first + second + (third + fourth);
    }

    /// Adds so many times this vector to a sum.
    public void addTo(double[] sum, double times) {
        for (int i = 0; i < values.length; i++) {
            sum[i] += times * values[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Vector of " + values.length;
    }
}
