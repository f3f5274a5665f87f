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

    /// From a table of counts by group and bin, with those of missing values in the place behind the last possible bin.
    ///
    /// @param table index group · 256 + bin, and bin 128 for missing
    public static ColumnCounts of(int[] table, int bins, Cells joined) {
        ColumnCounts counts = new ColumnCounts(new int[bins], new int[EntityGroups.COUNT * joined.count()],
                new int[EntityGroups.COUNT]);
        for (int group = 0; group < EntityGroups.COUNT; group++) {
            for (int bin = 0; bin < bins; bin++) {
                int rows = table[group << Byte.SIZE | bin];
                counts.bins[bin] += rows;
                counts.cells[group * joined.count() + joined.ofBin()[bin]] += rows;
            }
            counts.missing[group] = table[group << Byte.SIZE | QuantileBins.MOST];
        }
        return counts;
    }

    /// How often each pair of a group and a bin occurs among rows.
    ///
    /// @param groups below some number of groups, by row
    /// @param bins by row, unsigned
    public static int[] table(byte[] groups, byte[] bins, int groupCount) {
        int[] table = new int[groupCount << Byte.SIZE];
        for (int row = 0; row < groups.length; row++) {
            table[groups[row] << Byte.SIZE | bins[row] & 0xFF]++;
        }
        return table;
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
