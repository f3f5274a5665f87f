package dev.upswell.learn.drift;

import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.sketch.Cells;
import dev.upswell.learn.sketch.ColumnCounts;
import dev.upswell.learn.sketch.CountBytes;
import dev.upswell.learn.sketch.EntityGroups;
import dev.upswell.numeric.QuantileBins;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bytes of references, windows and detectors: a tag, a version, then numbers; counts take as many bytes as they need.
final class DriftFormat {

    private static final int REFERENCE_TAG = 0x55_44_52_01;
    private static final int WINDOW_TAG = 0x55_44_57_01;
    private static final int MOST_COLUMNS = 1_000_000;

    private DriftFormat() {
    }

    static byte[] bytes(DriftReference reference) {
        return written(out -> {
            out.writeInt(REFERENCE_TAG);
            writeSettings(out, reference.settings());
            ReferenceSource source = reference.source();
            out.writeUTF(source.dataHash());
            out.writeInt(source.rows());
            out.writeLong(source.from().getEpochSecond());
            out.writeLong(source.until().getEpochSecond());
            out.writeInt(source.pastWindows());
            CountBytes.write(out, reference.labels().rows());
            CountBytes.write(out, reference.labels().positives());
            CountBytes.write(out, reference.heldBack().length);
            long before = 0;
            for (long surprise : reference.heldBack()) {
                CountBytes.write(out, surprise - before);
                before = surprise;
            }
            out.writeInt(reference.columns().size());
            for (ReferenceColumn column : reference.columns()) {
                write(out, column);
            }
        });
    }

    static DriftReference reference(byte[] bytes) {
        return read(bytes, REFERENCE_TAG, "drift reference", in -> {
            DriftSettings settings = readSettings(in);
            ReferenceSource source = new ReferenceSource(in.readUTF(), in.readInt(),
                    Instant.ofEpochSecond(in.readLong()), Instant.ofEpochSecond(in.readLong()), in.readInt());
            LabelCounts labels = new LabelCounts(CountBytes.read(in), CountBytes.read(in));
            long[] heldBack = new long[CountBytes.size(in, in.available())];
            long before = 0;
            for (int i = 0; i < heldBack.length; i++) {
                before += CountBytes.next(in);
                heldBack[i] = before;
            }
            int size = in.readInt();
            if (size < 0 || size > Math.min(MOST_COLUMNS, in.available())) {
                throw new StreamCorruptedException("so many columns cannot follow: " + size);
            }
            List<ReferenceColumn> columns = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                columns.add(readColumn(in));
            }
            return new DriftReference(settings, source, columns, labels, heldBack);
        });
    }

    static byte[] bytes(DriftWindow window) {
        return written(out -> {
            out.writeInt(WINDOW_TAG);
            out.writeUTF(Fingerprint.of(window.reference().bytes()));
            CountBytes.write(out, window.rowsByGroup());
            CountBytes.write(out, window.labels().rows());
            CountBytes.write(out, window.labels().positives());
            out.writeLong(window.strange().judged());
            out.writeLong(window.strange().strange());
            for (ColumnCounts counts : window.counts()) {
                CountBytes.write(out, counts);
            }
        });
    }

    static DriftWindow window(DriftReference reference, byte[] bytes) {
        return read(bytes, WINDOW_TAG, "drift window", in -> {
            if (!in.readUTF().equals(Fingerprint.of(reference.bytes()))) {
                throw new StreamCorruptedException("it belongs to another reference");
            }
            int[] rows = CountBytes.read(in);
            if (rows.length != EntityGroups.COUNT) {
                throw new StreamCorruptedException("so many groups of entities cannot be: " + rows.length);
            }
            LabelCounts labels = new LabelCounts(CountBytes.read(in), CountBytes.read(in));
            StrangeRows strange = new StrangeRows(in.readLong(), in.readLong());
            List<ColumnCounts> counts = new ArrayList<>();
            for (ReferenceColumn column : reference.columns()) {
                ColumnCounts found = CountBytes.readColumn(in);
                CountBytes.check(found, column.edges().count(), column.cells().count());
                counts.add(found);
            }
            return new DriftWindow(reference, counts, labels, rows, strange);
        });
    }

    private static void write(DataOutputStream out, ReferenceColumn column) throws IOException {
        out.writeUTF(column.name());
        float[] edges = column.edges().edges();
        out.writeByte(edges.length);
        for (float edge : edges) {
            out.writeFloat(edge);
        }
        CountBytes.write(out, column.counts());
        out.writeDouble(column.usualPsi());
        out.writeDouble(column.usualMissing());
    }

    private static ReferenceColumn readColumn(DataInputStream in) throws IOException {
        String name = in.readUTF();
        float[] edges = new float[in.readUnsignedByte()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = in.readFloat();
        }
        QuantileBins bins = QuantileBins.ofEdges(edges);
        ColumnCounts counts = CountBytes.readColumn(in);
        CountBytes.check(counts, bins.count(), Cells.of(counts.bins()).count());
        return ReferenceColumn.of(name, bins, counts, in.readDouble(), in.readDouble());
    }

    private static void writeSettings(DataOutputStream out, DriftSettings settings) throws IOException {
        out.writeLong(settings.window().toSeconds());
        out.writeDouble(settings.falseDiscoveryRate());
        for (DriftSettings.Bars bars : List.of(settings.psi(), settings.missing(), settings.prevalence())) {
            out.writeDouble(bars.watch());
            out.writeDouble(bars.drift());
        }
    }

    private static DriftSettings readSettings(DataInputStream in) throws IOException {
        return new DriftSettings(Duration.ofSeconds(in.readLong()), in.readDouble(),
                new DriftSettings.Bars(in.readDouble(), in.readDouble()),
                new DriftSettings.Bars(in.readDouble(), in.readDouble()),
                new DriftSettings.Bars(in.readDouble(), in.readDouble()));
    }

    static void writeChange(DataOutputStream out, @Nullable Long changedAt, @Nullable Double before)
            throws IOException {
        out.writeBoolean(changedAt != null && before != null);
        if (changedAt != null && before != null) {
            out.writeLong(changedAt);
            out.writeDouble(before);
        }
    }

    static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, int tag, String what, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int found = in.readInt();
            if (found != tag) {
                throw new StreamCorruptedException("it begins with " + Integer.toHexString(found));
            }
            T value = reading.from(in);
            if (in.available() > 0) {
                throw new StreamCorruptedException(in.available() + " bytes are left over");
            }
            return value;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    what + " (" + bytes.length + " bytes) must be whole and of a known version: "
                            + e.getMessage() + "\nMaybe it was written by a newer Upswell, or cut short.",
                    e);
        }
    }

    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }
}
