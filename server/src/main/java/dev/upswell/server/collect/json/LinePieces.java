package dev.upswell.server.collect.json;

import dev.upswell.server.collect.row.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts the bytes of a file into pieces of whole lines.
///
/// **cost** 256 KB a piece, and up to 24 MB for one line; of a longer line the rest is passed over.
public final class LinePieces {

    private static final int SIZE = 1 << 18;
    /// A line of more bytes than this has more characters than are read, whatever they are.
    private static final int LONGEST = 3 * RowBounds.JSON_ITEM + 3;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final Damage damage;
    private final boolean plain;
    private byte[] buffer = new byte[SIZE + 1];
    private int filled;
    private boolean started;
    private boolean ended;

    /// @param in the bytes of the file after unpacking
    /// @param damage where it is told what is wrong with the text
    /// @param plain whether items may stay text
    public LinePieces(InputStream in, Damage damage, boolean plain) {
        this.in = in;
        this.damage = damage;
        this.plain = plain;
    }

    /// The next lines; `null` at the end.
    public @Nullable Piece next() throws IOException {
        fill();
        int end = lastLineEnd();
        while (end < 0 && !ended && filled < LONGEST) {
            buffer = Arrays.copyOf(buffer, Math.min(LONGEST, filled * 2) + 1);
            fill();
            end = lastLineEnd();
        }
        if (filled == 0) {
            return null;
        }
        if (end < 0 && !ended) {
            return tooLong();
        }
        return piece(ended ? filled : end + 1);
    }

    private void fill() throws IOException {
        while (!ended && filled < buffer.length - 1) {
            int read = in.read(buffer, filled, buffer.length - 1 - filled);
            ended = read < 0;
            filled += Math.max(read, 0);
        }
        if (!started) {
            started = true;
            if (filled >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
                System.arraycopy(buffer, 3, buffer, 0, filled - 3);
                filled -= 3;
            }
        }
    }

    private int lastLineEnd() {
        int i = filled - 1;
        while (i >= 0 && buffer[i] != '\n') {
            i--;
        }
        return i;
    }

    private Piece piece(int end) {
        byte[] lines = buffer;
        int left = filled - end;
        buffer = new byte[Math.max(SIZE, left) + 1];
        System.arraycopy(lines, end, buffer, 0, left);
        filled = left;
        boolean cutOff = ended && damage.isCutOff() && lines[end - 1] != '\n' && lines[end - 1] != '\r';
        lines[end] = '\n';
        return new LinePiece(lines, end, cutOff, plain, damage);
    }

    /// The beginning of a line that is too long; what is left of it is passed over.
    private Piece tooLong() throws IOException {
        byte[] line = buffer;
        int length = filled;
        buffer = new byte[SIZE + 1];
        filled = 0;
        int end = -1;
        while (end < 0) {
            filled = 0;
            int read = in.read(buffer, 0, SIZE);
            if (read < 0) {
                ended = true;
                break;
            }
            filled = read;
            end = 0;
            while (end < read && buffer[end] != '\n') {
                end++;
            }
            end = end == read ? -1 : end;
        }
        if (end >= 0) {
            System.arraycopy(buffer, end + 1, buffer, 0, filled - end - 1);
            filled -= end + 1;
        }
        line[length] = '\n';
        return new LinePiece(line, length, false, plain, damage);
    }
}
