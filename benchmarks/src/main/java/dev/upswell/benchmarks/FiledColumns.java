package dev.upswell.benchmarks;

import dev.upswell.learn.sketch.ColumnTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A table in a file of floats, column after column; each read is one pass over a column's part of the file.
record FiledColumns(ColumnTable made, Path file) implements ColumnTable {

    private static final int CHUNK = 1 << 20;

    static FiledColumns written(ColumnTable made, Path file) throws IOException {
        float[] values = new float[made.rows()];
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            for (int column = 0; column < made.columns().size(); column++) {
                made.read(column, values);
                for (int from = 0; from < values.length; from += CHUNK / 4) {
                    int size = Math.min(CHUNK / 4, values.length - from);
                    chunk.clear().asFloatBuffer().put(values, from, size);
                    chunk.limit(size * 4);
                    while (chunk.hasRemaining()) {
                        channel.write(chunk);
                    }
                }
            }
            channel.force(true);
        }
        return new FiledColumns(made, file);
    }

    @Override
    public void read(int column, float[] into) {
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = (long) column * into.length * 4;
            for (int from = 0; from < into.length; from += CHUNK / 4) {
                int size = Math.min(CHUNK / 4, into.length - from);
                chunk.clear().limit(size * 4);
                while (chunk.hasRemaining()) {
                    at += Math.max(0, channel.read(chunk, at));
                }
                chunk.flip().asFloatBuffer().get(into, from, size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> columns() {
        return made.columns();
    }

    @Override
    public int rows() {
        return made.rows();
    }

    @Override
    public int entity(int row) {
        return made.entity(row);
    }

    @Override
    public long cut(int row) {
        return made.cut(row);
    }

    @Override
    public float label(int row) {
        return made.label(row);
    }

    @Override
    public String fingerprint() {
        return made.fingerprint();
    }
}
