package dev.upswell.benchmarks;

import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.numeric.SplitMix;
import java.util.List;
import java.util.stream.IntStream;

/// A table whose every value is made from a seed when it is read: bell-shaped, long-tailed and counted columns in turn, each fifth with a
/// twentieth of its values missing, and each hundredth moved by a shift.
public record MadeColumns(int rows, int width, int entities, long seed, float shift) implements ColumnTable {

    @Override
    public List<String> columns() {
        return IntStream.range(0, width).mapToObj(column -> "c" + column).toList();
    }

    @Override
    public void read(int column, float[] into) {
        long key = SplitMix.mix(seed * SplitMix.GOLDEN + column);
        float moved = column % 100 == 7 ? shift : 0;
        boolean gaps = column % 5 == 0;
        int kind = column % 3;
        for (int row = 0; row < rows; row++) {
            key = key * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
            long bits = key >>> 8;
            float bell = ((bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) - 98_302.5f) * 3.05e-5f
                    + moved;
            float value = kind == 0 ? bell : kind == 1 ? bell * bell * bell * 1000 : (int) (bell * bell * 4);
            into[row] = gaps && bits % 20 == 0 ? Float.NaN : value;
        }
    }

    @Override
    public int entity(int row) {
        return row % entities;
    }

    @Override
    public long cut(int row) {
        return row / entities * 86_400L;
    }

    @Override
    public float label(int row) {
        return row % 20 == 0 ? 1 : 0;
    }

    @Override
    public String fingerprint() {
        return "made from seed " + seed;
    }
}
