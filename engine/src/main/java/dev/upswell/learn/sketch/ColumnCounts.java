package dev.upswell.learn.sketch;

import dev.upswell.numeric.QuantileBins;

/// How often each bin of one column was seen, and each cell and the missing by group of entities: all that a comparison needs.
///
/// @param bins by bin, over all groups
/// @param cells by group and cell: index group · cells + cell
/// @param missing by group
public record ColumnCounts(int[] bins, int[] cells, int[] missing) {

    public static ColumnCounts empty(QuantileBins edges, Cells cells) {
        return new ColumnCounts(new int[edges.count()], new int[EntityGroups.COUNT * cells.count()],
                new int[EntityGroups.COUNT]);
    }

    /// Counts a value; what is not finite is missing. Answers its bin, and the number of bins for a missing one.
    public int add(float value, int group, QuantileBins edges, Cells joined) {
        if (!Float.isFinite(value)) {
            missing[group]++;
            return bins.length;
        }
        int bin = edges.of(value);
        bins[bin]++;
        cells[group * joined.count() + joined.ofBin()[bin]]++;
        return bin;
    }

    /// Both together.
    public ColumnCounts plus(ColumnCounts other) {
        return new ColumnCounts(sum(bins, other.bins), sum(cells, other.cells), sum(missing, other.missing));
    }

    /// Rows with a value.
    public long known() {
        return Cells.sum(bins);
    }

    /// Rows without.
    public long unknown() {
        return Cells.sum(missing);
    }

    public int cellCount() {
        return cells.length / EntityGroups.COUNT;
    }

    /// Rows by cell, over all groups.
    public long[] byCell() {
        long[] sums = new long[cellCount()];
        for (int i = 0; i < cells.length; i++) {
            sums[i % sums.length] += cells[i];
        }
        return sums;
    }

    /// Rows with a value, by group.
    public int[] knownByGroup() {
        int[] sums = new int[EntityGroups.COUNT];
        for (int i = 0; i < cells.length; i++) {
            sums[i / cellCount()] += cells[i];
        }
        return sums;
    }

    private static int[] sum(int[] left, int[] right) {
        int[] sums = new int[left.length];
        for (int i = 0; i < left.length; i++) {
            sums[i] = Math.addExact(left[i], right[i]);
        }
        return sums;
    }
}
