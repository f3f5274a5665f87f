package dev.upswell.learn.sketch;

import dev.upswell.numeric.SplitMix;

/// Deals entities into 32 groups by a hash, the same in every table and process.
///
/// Rows of one entity resemble each other, so that row counts overstate what was seen. How much is read off the scatter between
/// groups of whole entities (the method of random groups), which needs bounded memory however many entities there are.
///
/// **source** Wolter, Introduction to variance estimation (2007), chapter 2.
public final class EntityGroups {

    /// How many groups there are.
    public static final int COUNT = 32;

    /// Rows of these last groups, about a fifth, are held back to calibrate the strangeness of rows.
    public static final int FIRST_HELD_BACK = 26;

    private EntityGroups() {
    }

    public static int of(int entity) {
        return (int) (SplitMix.mix((entity + 1L) * SplitMix.GOLDEN) >>> 59);
    }

    public static byte[] of(ColumnTable table) {
        byte[] groups = new byte[table.rows()];
        for (int row = 0; row < groups.length; row++) {
            groups[row] = (byte) of(table.entity(row));
        }
        return groups;
    }

    /// How many groups have a row.
    public static int occupied(int[] rows) {
        int count = 0;
        for (int of : rows) {
            count += of > 0 ? 1 : 0;
        }
        return count;
    }
}
