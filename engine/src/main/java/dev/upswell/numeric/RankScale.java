package dev.upswell.numeric;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// Maps any real-valued score onto (0, 1) by its rank among scores seen before, keeping the order strictly.
///
/// Between two seen values the map is linear, outside it flattens toward 0 and 1 without reaching them.
///
/// @param knots distinct values, ascending
/// @param ranks mid-rank of each knot, ascending in (0, 1)
public record RankScale(double[] knots, double[] ranks) {

    private static final int MAX_KNOTS = 400;

    /// The scale of these values.
    public static RankScale of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] knots = new double[sorted.length];
        double[] ranks = new double[sorted.length];
        int size = 0;
        int least = Math.max(1, sorted.length / MAX_KNOTS);
        for (int i = 0; i < sorted.length;) {
            int j = i;
            while (j < sorted.length && (sorted[j] == sorted[i])) {
                j++;
            }
            boolean spaced = size == 0 || j == sorted.length || (i + j) / 2.0 - ranks[size - 1] >= least;
            if (spaced) {
                knots[size] = sorted[i];
                ranks[size++] = (i + j) / 2.0;
            }
            i = j;
        }
        for (int i = 0; i < size; i++) {
            ranks[i] /= sorted.length;
        }
        return new RankScale(Arrays.copyOf(knots, size), Arrays.copyOf(ranks, size));
    }

    /// The place of this value, in (0, 1).
    public double rank(double value) {
        int last = knots.length - 1;
        if (last < 0) {
            return 0.5;
        }
        double width = Math.max(1e-9, knots[last] - knots[0]);
        if (value >= knots[last]) {
            double beyond = (value - knots[last]) / width;
            return 1 - (1 - ranks[last]) / (1 + beyond);
        }
        if (value <= knots[0]) {
            return ranks[0] / (1 + (knots[0] - value) / width);
        }
        int found = Arrays.binarySearch(knots, value);
        if (found >= 0) {
            return ranks[found];
        }
        int high = -found - 1;
        double share = (value - knots[high - 1]) / (knots[high] - knots[high - 1]);
        return ranks[high - 1] + share * (ranks[high] - ranks[high - 1]);
    }

    /// The places of these values.
    public double[] ranks(double[] values) {
        return Arrays.stream(values).map(this::rank).toArray();
    }

    /// Writes knots and ranks.
    public void write(DataOutput out) throws IOException {
        out.writeInt(knots.length);
        for (int i = 0; i < knots.length; i++) {
            out.writeDouble(knots[i]);
            out.writeDouble(ranks[i]);
        }
    }

    /// The scale that [#write] wrote.
    public static RankScale read(DataInput in) throws IOException {
        int size = in.readInt();
        RankScale scale = new RankScale(new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            scale.knots[i] = in.readDouble();
            scale.ranks[i] = in.readDouble();
        }
        return scale;
    }
}
