package dev.upswell.server.collect.spool;

import dev.upswell.server.store.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of some rows in one column, as a page of Parquet holds them: which rows have one, then the values one behind
/// the other.
final class SpoolColumn {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PHYSICAL_WHOLE = 2;
    private static final int PHYSICAL_TEXT = 6;
    private static final int MEANS_TEXT = 0;
    private static final int MEANS_MICROSECONDS = 10;
    private static final int OPTIONAL = 1;
    private static final int PLAIN = 0;
    private static final int RUN_LENGTHS = 3;

    private final String name;
    private final String type;
    private byte[] values = new byte[1 << 12];
    private byte[] present = new byte[1 << 7];
    private int used;
    private int rows;
    private int absent;

    /// @param column of type `BIGINT`, `VARCHAR` or `TIMESTAMP`
    SpoolColumn(Dataset.Column column) {
        if (!column.type().equals("BIGINT") && !column.type().equals("VARCHAR") && !column.type().equals("TIMESTAMP")) {
            throw new IllegalArgumentException("column (" + column.name() + " " + column.type()
                    + ") must be whole numbers, texts or times\nMaybe add its type here.");
        }
        this.name = column.name();
        this.type = column.type();
    }

    private boolean isText() {
        return type.equals("VARCHAR");
    }

    /// Adds a whole number, or a time as microseconds since 1970.
    void whole(long value) {
        room(Long.BYTES);
        LONGS.set(values, used, value);
        used += Long.BYTES;
        next(true);
    }

    void text(@Nullable String text) {
        if (text == null) {
            next(false);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + utf8.length);
        INTS.set(values, used, utf8.length);
        System.arraycopy(utf8, 0, values, used + Integer.BYTES, utf8.length);
        used += Integer.BYTES + utf8.length;
        next(true);
    }

    void absent() {
        next(false);
    }

    private void room(int bytes) {
        if (values.length - used < bytes) {
            values = Arrays.copyOf(values, Math.max(values.length * 2, used + bytes));
        }
    }

    private void next(boolean given) {
        int at = rows++ >> 3;
        if (at == present.length) {
            present = Arrays.copyOf(present, present.length * 2);
        }
        if (given) {
            present[at] |= (byte) (1 << (rows - 1 & 7));
        } else {
            absent++;
        }
    }

    /// How much memory the values take.
    int bytes() {
        return used;
    }

    void describe(CompactBytes to) {
        to.whole(1, isText() ? PHYSICAL_TEXT : PHYSICAL_WHOLE).whole(3, OPTIONAL).text(4, name);
        if (!type.equals("BIGINT")) {
            to.whole(6, isText() ? MEANS_TEXT : MEANS_MICROSECONDS);
        }
    }

    /// Where the values of some rows stand in the file.
    record Place(int column, long offset, long bytes, int rows) {
    }

    /// Writes the values and forgets them.
    ///
    /// @param column its number
    /// @param offset where the file ends so far
    Place write(OutputStream file, int column, long offset) throws IOException {
        byte[] levels = levels();
        int size = Integer.BYTES + levels.length + used;
        CompactBytes header = new CompactBytes();
        byte[] head = header.whole(1, 0).whole(2, size).whole(3, size)
                .structure(5, () -> header.whole(1, rows).whole(2, PLAIN).whole(3, RUN_LENGTHS).whole(4, RUN_LENGTHS))
                .end();
        byte[] length = new byte[Integer.BYTES];
        INTS.set(length, 0, levels.length);
        file.write(head);
        file.write(length);
        file.write(levels);
        file.write(values, 0, used);
        Place place = new Place(column, offset, head.length + (long) size, rows);
        Arrays.fill(present, (byte) 0);
        used = 0;
        rows = 0;
        absent = 0;
        return place;
    }

    /// Which rows have a value: one run where all or none have, else a bit a row.
    private byte[] levels() {
        if (absent == 0 || absent == rows) {
            byte[] run = varint((long) rows << 1);
            byte[] levels = Arrays.copyOf(run, run.length + 1);
            levels[run.length] = (byte) (absent == 0 ? 1 : 0);
            return levels;
        }
        int groups = (rows + 7) >> 3;
        byte[] run = varint((long) groups << 1 | 1);
        byte[] levels = Arrays.copyOf(run, run.length + groups);
        System.arraycopy(present, 0, levels, run.length, groups);
        return levels;
    }

    private static byte[] varint(long number) {
        byte[] bytes = new byte[10];
        int length = 0;
        long left = number;
        while (left >= 0x80) {
            bytes[length++] = (byte) (left & 0x7f | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
        return Arrays.copyOf(bytes, length);
    }

    void describe(CompactBytes to, Place place) {
        to.whole(2, place.offset()).structure(3, () -> to.whole(1, isText() ? PHYSICAL_TEXT : PHYSICAL_WHOLE)
                .wholes(2, PLAIN).texts(3, name).whole(4, 0).whole(5, (long) place.rows())
                .whole(6, place.bytes()).whole(7, place.bytes()).whole(9, place.offset()));
    }
}
