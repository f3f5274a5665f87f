package dev.upswell.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The columns of which a training had any value at all.
///
/// A trainer that draws some of the columns for every tree would learn another model when columns are added that say
/// nothing; so it is shown only those that say something, and the model remembers which they were.
///
/// @param used their indices among all columns, ascending
/// @param width how many columns there are in all
record FilledColumns(int[] used, int width) {

    private static final int MAGIC = 0x55504643;

    /// A model in the bytes of a library, with the columns that it wants.
    ///
    /// @param columns null when it wants them all, which only its library knows the number of
    record Stored(@Nullable FilledColumns columns, byte[] model) {
    }

    static FilledColumns of(Dataset rows) {
        int width = rows.columns().size();
        return new FilledColumns(IntStream.range(0, width).filter(column -> isFilled(rows, column, width)).toArray(),
                width);
    }

    private static boolean isFilled(Dataset rows, int column, int width) {
        for (int row = 0; row < rows.size(); row++) {
            if (!Float.isNaN(rows.values()[row * width + column])) {
                return true;
            }
        }
        return false;
    }

    static FilledColumns all(int width) {
        return new FilledColumns(IntStream.range(0, width).toArray(), width);
    }

    boolean isAll() {
        return used.length == width;
    }

    /// The same rows with the used columns alone.
    Dataset narrow(Dataset rows) {
        if (isAll()) {
            return rows;
        }
        List<String> kept = new ArrayList<>();
        Arrays.stream(used).forEach(column -> kept.add(rows.columns().get(column)));
        return new Dataset(kept, narrow(rows.values(), rows.size()), rows.labels(), rows.entities(), rows.cuts());
    }

    /// The used values of each row.
    float[] narrow(float[] values, int rows) {
        if (isAll()) {
            return values;
        }
        float[] narrow = new float[rows * used.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < used.length; i++) {
                narrow[row * used.length + i] = values[row * width + used[i]];
            }
        }
        return narrow;
    }

    /// Contributions of all columns, of which the unused have none, and the base value last.
    float[][] widen(float[][] contributions) {
        if (isAll()) {
            return contributions;
        }
        float[][] wide = new float[contributions.length][width + 1];
        for (int row = 0; row < wide.length; row++) {
            for (int i = 0; i < used.length; i++) {
                wide[row][used[i]] = contributions[row][i];
            }
            wide[row][width] = contributions[row][used.length];
        }
        return wide;
    }

    /// The model's bytes, behind the columns where it does not want all.
    byte[] store(byte[] model) {
        if (isAll()) {
            return model;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(width);
            out.writeInt(used.length);
            for (int column : used) {
                out.writeInt(column);
            }
            out.write(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// What [#store] wrote.
    ///
    /// **errors** `IOException` when the columns are damaged
    static Stored load(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (bytes.length < Integer.BYTES || in.readInt() != MAGIC) {
            return new Stored(null, bytes);
        }
        int width = in.readInt();
        int size = in.readInt();
        if (size < 0 || size > width || (long) size * Integer.BYTES > in.available()) {
            throw new StreamCorruptedException("so many columns cannot follow: " + size + " of " + width);
        }
        int[] used = new int[size];
        for (int i = 0; i < size; i++) {
            used[i] = in.readInt();
            if (used[i] < (i == 0 ? 0 : used[i - 1] + 1) || used[i] >= width) {
                throw new StreamCorruptedException("column " + used[i] + " of " + width + " is out of order");
            }
        }
        return new Stored(new FilledColumns(used, width), in.readAllBytes());
    }
}
