package dev.upswell.learn.sketch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/// Counts as bytes: seven bits at a time, the lowest first, a set eighth bit says that more follow.
public final class CountBytes {

    private static final int MORE = 0x80;
    private static final int MOST_BITS = 63;

    private CountBytes() {
    }

    public static void write(DataOutputStream out, long count) throws IOException {
        long rest = count;
        while (rest >= MORE) {
            out.writeByte((int) (rest & (MORE - 1)) | MORE);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    public static long next(DataInputStream in) throws IOException {
        long count = 0;
        for (int shift = 0; shift < MOST_BITS; shift += 7) {
            int part = in.readUnsignedByte();
            count |= (long) (part & (MORE - 1)) << shift;
            if (part < MORE) {
                return count;
            }
        }
        throw new StreamCorruptedException("a count has no end");
    }

    public static void write(DataOutputStream out, int[] counts) throws IOException {
        write(out, counts.length);
        for (int count : counts) {
            write(out, count);
        }
    }

    public static int[] read(DataInputStream in) throws IOException {
        int[] counts = new int[size(in, in.available())];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = size(in, Integer.MAX_VALUE);
        }
        return counts;
    }

    /// The next count, which must not be above this.
    public static int size(DataInputStream in, int most) throws IOException {
        long size = next(in);
        if (size > most) {
            throw new StreamCorruptedException("a count (" + size + ") is above " + most);
        }
        return (int) size;
    }

    public static void write(DataOutputStream out, ColumnCounts counts) throws IOException {
        write(out, counts.bins());
        write(out, counts.cells());
        write(out, counts.missing());
    }

    public static ColumnCounts readColumn(DataInputStream in) throws IOException {
        return new ColumnCounts(read(in), read(in), read(in));
    }

    public static void check(ColumnCounts counts, int bins, int cells) throws IOException {
        if (counts.bins().length != bins || counts.cells().length != cells * EntityGroups.COUNT
                || counts.missing().length != EntityGroups.COUNT) {
            throw new StreamCorruptedException("counts do not fit their bins");
        }
    }
}
