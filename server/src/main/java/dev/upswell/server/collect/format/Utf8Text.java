package dev.upswell.server.collect.format;

import dev.upswell.server.collect.json.Damage;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// UTF-8 text: a byte-order mark in front is skipped, bytes that are not UTF-8 become U+FFFD and are counted.
final class Utf8Text extends FilterReader {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final Damage damage;
    private boolean started;
    private char last = '\n';

    Utf8Text(InputStream bytes, Damage damage) {
        super(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        this.damage = damage;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (!started && read > 0) {
            started = true;
            if (target[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(target, offset + 1, target, offset, --read);
                if (read == 0) {
                    return read(target, offset, length);
                }
            }
        }
        if (read > 0) {
            inspect(target, offset, read);
        }
        return read;
    }

    private void inspect(char[] text, int offset, int length) {
        int replaced = 0;
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == REPLACEMENT) {
                replaced++;
            }
        }
        damage.countReplaced(replaced);
        last = text[offset + length - 1];
    }

    /// Whether the text read so far ends with a line end (or nothing was read).
    boolean endsWithLineEnd() {
        return last == '\n' || last == '\r';
    }
}
