package dev.upswell.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads Universal Binary JSON, the form in which XGBoost keeps its trees.
///
/// Objects become maps, arrays lists, arrays of one type of number `double[]`, numbers `Double`.
///
/// **source** ubjson.org, draft 12, with the typed containers that XGBoost writes.
final class Ubjson {

    private static final int DEEPEST = 64;

    private final ByteBuffer in;

    private Ubjson(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /// **errors** `IllegalArgumentException` when the bytes are no such document.
    static Object read(byte[] bytes) {
        Ubjson reader = new Ubjson(bytes);
        try {
            return reader.value(reader.marker(), 0);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(
                    "UBJSON (" + bytes.length + " bytes) must be whole\nMaybe the file is cut short.", e);
        }
    }

    private char marker() {
        char marker = (char) in.get();
        return marker == 'N' ? marker() : marker;
    }

    private Object value(char marker, int depth) {
        check(depth < DEEPEST, "depth (" + depth + ") must be below " + DEEPEST);
        return switch (marker) {
            case 'Z' -> "null";
            case 'T' -> true;
            case 'F' -> false;
            case 'S', 'H' -> text(length(marker()));
            case 'C' -> String.valueOf((char) in.get());
            case '[' -> array(depth);
            case '{' -> object(depth);
            default -> number(marker);
        };
    }

    private double number(char marker) {
        return switch (marker) {
            case 'i' -> in.get();
            case 'U' -> Byte.toUnsignedInt(in.get());
            case 'I' -> in.getShort();
            case 'l' -> in.getInt();
            case 'L' -> in.getLong();
            case 'd' -> in.getFloat();
            case 'D' -> in.getDouble();
            default -> throw new IllegalArgumentException("UBJSON marker (" + (int) marker
                    + ") must be one of the format\nMaybe a byte was damaged.");
        };
    }

    private int length(char marker) {
        double length = number(marker);
        check(length >= 0 && length <= in.remaining(), "length (" + length + ") must fit into the rest");
        return (int) length;
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Object array(int depth) {
        char marker = marker();
        if (marker == '$') {
            char type = (char) in.get();
            check(in.get() == '#', "typed array must have a count");
            double[] numbers = new double[length(marker())];
            Arrays.setAll(numbers, i -> number(type));
            return numbers;
        }
        List<Object> all = new ArrayList<>();
        if (marker == '#') {
            int count = length(marker());
            for (int i = 0; i < count; i++) {
                all.add(value(marker(), depth + 1));
            }
            return all;
        }
        for (char next = marker; next != ']'; next = marker()) {
            all.add(value(next, depth + 1));
        }
        return all;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (char next = marker(); next != '}'; next = marker()) {
            String name = text(length(next));
            all.put(name, value(marker(), depth + 1));
        }
        return all;
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("UBJSON " + rule + "\nMaybe a byte was damaged.");
        }
    }
}
