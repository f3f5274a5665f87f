package dev.upswell.server.report.pdf;

import java.text.Bidi;

/// The order in which the letters of a line are drawn from left to right.
final class Reading {

    private Reading() {
    }

    /// The line with its parts that read from right to left turned round; other lines as they are.
    static String visual(String line) {
        char[] letters = line.toCharArray();
        if (!Bidi.requiresBidi(letters, 0, letters.length)) {
            return line;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        Object[] parts = new Object[levels.length];
        for (int run = 0; run < levels.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            parts[run] = levels[run] % 2 == 0 ? part : mirrored(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
        StringBuilder turned = new StringBuilder();
        for (Object part : parts) {
            turned.append(part);
        }
        return turned.toString();
    }

    private static String mirrored(String part) {
        StringBuilder turned = new StringBuilder();
        new StringBuilder(part).reverse().codePoints().forEach(point -> turned.appendCodePoint(switch (point) {
            case '(' -> ')';
            case ')' -> '(';
            case '[' -> ']';
            case ']' -> '[';
            case '{' -> '}';
            case '}' -> '{';
            default -> point;
        }));
        return turned.toString();
    }
}
