package dev.upswell.server.collect.spool;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Structures in Thrift's compact protocol, in which Parquet describes itself.
///
/// **source** Thrift compact protocol specification, as far as Parquet's descriptions need it
final class CompactBytes {

    private static final int WHOLE_32 = 5;
    private static final int WHOLE_64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCTURE = 12;
    private static final int LONG_LIST = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int last;

    CompactBytes whole(int field, int value) {
        field(field, WHOLE_32);
        zigzag(value);
        return this;
    }

    CompactBytes whole(int field, long value) {
        field(field, WHOLE_64);
        zigzag(value);
        return this;
    }

    CompactBytes text(int field, String text) {
        field(field, BINARY);
        text(text);
        return this;
    }

    CompactBytes structure(int field, Runnable content) {
        field(field, STRUCTURE);
        structure(content);
        return this;
    }

    CompactBytes wholes(int field, int value) {
        list(field, 1, WHOLE_32);
        zigzag(value);
        return this;
    }

    CompactBytes texts(int field, String only) {
        list(field, 1, BINARY);
        text(only);
        return this;
    }

    <T extends @Nullable Object> CompactBytes structures(int field, List<T> elements,
            BiConsumer<CompactBytes, T> content) {
        list(field, elements.size(), STRUCTURE);
        elements.forEach(element -> structure(() -> content.accept(this, element)));
        return this;
    }

    /// Ends the outermost structure.
    byte[] end() {
        bytes.write(0);
        return bytes.toByteArray();
    }

    private void structure(Runnable content) {
        int outer = last;
        last = 0;
        content.run();
        bytes.write(0);
        last = outer;
    }

    private void list(int field, int size, int type) {
        field(field, LIST);
        if (size < LONG_LIST) {
            bytes.write(size << 4 | type);
        } else {
            bytes.write(LONG_LIST << 4 | type);
            unsigned(size);
        }
    }

    /// Fields come in the order of their numbers, none of which leaves out more than 14.
    private void field(int field, int type) {
        bytes.write((field - last) << 4 | type);
        last = field;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        bytes.writeBytes(utf8);
    }

    private void zigzag(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    private void unsigned(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }
}
