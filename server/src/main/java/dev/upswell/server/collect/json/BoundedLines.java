package dev.upswell.server.collect.json;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// Reads lines of which none can fill the memory: of a longer one only the beginning is kept.
public final class BoundedLines {

    private static final int BLOCK = 1 << 16;
    private final Reader in;
    private final int bound;
    private final char[] block = new char[BLOCK];
    private int from;
    private int to;
    private long line;

    public BoundedLines(Reader in, int bound) {
        this.in = in;
        this.bound = bound;
    }

    /// A line without its end.
    ///
    /// @param number from 1
    /// @param cut whether it was longer than the bound
    public record Line(long number, String text, boolean cut) {
    }

    /// The next line, or `null` at the end.
    public @Nullable Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean cut = false;
        while (fill()) {
            any = true;
            int end = lineEnd();
            int room = Math.min(end - from, bound - text.length());
            text.append(block, from, room);
            cut |= room < end - from;
            from = Math.min(end + 1, to);
            if (end < to) {
                break;
            }
        }
        return any ? new Line(++line, text.toString(), cut) : null;
    }

    private boolean fill() throws IOException {
        while (from == to) {
            from = 0;
            to = in.read(block, 0, BLOCK);
            if (to < 0) {
                to = 0;
                return false;
            }
        }
        return true;
    }

    private int lineEnd() {
        int end = from;
        while (end < to && block[end] != '\n') {
            end++;
        }
        return end;
    }
}
