package dev.upswell.learn;

import dev.upswell.numeric.LowerBound;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Labelled feature vectors, each of one entity at one cut, in order of the cuts.
///
/// **shape** `values` holds row after row, `columns.size()` each; the arrays are shared, not copied, because a backtest
/// trains on many prefixes of one table · **range** labels 0 or 1, or any number for a regression.
///
/// @param entities which entity each row belongs to; bootstraps draw whole entities
/// @param cuts the cut of each row in epoch seconds, ascending
public record Dataset(List<String> columns, float[] values, float[] labels, int[] entities, long[] cuts) {

    public Dataset {
        columns = List.copyOf(columns);
        int rows = labels.length;
        if (values.length != (long) rows * columns.size() || entities.length != rows || cuts.length != rows) {
            throw new IllegalArgumentException("dataset (" + values.length + " values, " + rows + " labels, "
                    + entities.length + " entities, " + cuts.length + " cuts, " + columns.size()
                    + " columns) must have one of each per row\nMaybe a filter missed an array.");
        }
    }

    /// How many rows there are.
    public int size() {
        return labels.length;
    }

    /// How many rows have a positive label.
    public int positives() {
        int count = 0;
        for (float label : labels) {
            count += label > 0 ? 1 : 0;
        }
        return count;
    }

    /// Rows `from` (inclusive) to `to` (exclusive).
    public Dataset slice(int from, int to) {
        int width = columns.size();
        return new Dataset(columns, Arrays.copyOfRange(values, from * width, to * width),
                Arrays.copyOfRange(labels, from, to), Arrays.copyOfRange(entities, from, to),
                Arrays.copyOfRange(cuts, from, to));
    }

    /// The index of the first row whose cut is at or after this second; [#size] when there is none.
    public int firstAt(long epochSecond) {
        return LowerBound.of(cuts.length, i -> cuts[i] < epochSecond);
    }

    /// The rows with these indices, in their order.
    public Dataset rows(int[] indices) {
        int width = columns.size();
        float[] picked = new float[indices.length * width];
        float[] pickedLabels = new float[indices.length];
        int[] pickedEntities = new int[indices.length];
        long[] pickedCuts = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width, picked, i * width, width);
            pickedLabels[i] = labels[indices[i]];
            pickedEntities[i] = entities[indices[i]];
            pickedCuts[i] = cuts[indices[i]];
        }
        return new Dataset(columns, picked, pickedLabels, pickedEntities, pickedCuts);
    }

    /// So many of the rows at most, at even distances, in their order.
    public Dataset evenly(int most) {
        int count = Math.min(most, size());
        return rows(IntStream.range(0, count).map(i -> (int) ((long) i * size() / count)).toArray());
    }

    /// The same rows with other labels.
    public Dataset withLabels(float[] others) {
        return new Dataset(columns, values, others, entities, cuts);
    }
}
