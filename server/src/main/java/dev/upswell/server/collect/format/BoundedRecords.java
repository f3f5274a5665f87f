package dev.upswell.server.collect.format;

import dev.upswell.server.collect.RejectReason;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps every CSV record within a bound, so that one endless line or one quote that is never closed cannot fill the
/// memory.
///
/// Of a record that grows beyond the bound, the rest up to the next line end is dropped and an open quote is closed; the
/// line on which the record began is remembered, so that the row can be quarantined. The next line is read as a new record:
/// after a stray quote the rows behind the bound are good again. A record in which text follows a closing quote is cut there
/// in the same way, because nobody knows where its fields end; and so is a record of more fields than any table has, before
/// the parser behind gives up the whole file.
final class BoundedRecords extends FilterReader {

    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final char separator;
    private final int bound;
    private final int mostFields;
    private final Map<Long, RejectReason> cuts = new HashMap<>();
    private Place place = Place.FIELD_START;
    private boolean dropping;
    private boolean afterCarriageReturn;
    private int length;
    private int separators;
    private long line = 1;
    private long recordLine = 1;

    BoundedRecords(Reader in, char separator, int bound, int mostFields) {
        super(in);
        this.separator = separator;
        this.bound = bound;
        this.mostFields = mostFields;
    }

    /// Why the record that began on this line was cut, or `null` when it was not; asking forgets it.
    @Nullable
    RejectReason cutOf(long startingLine) {
        return cuts.isEmpty() ? null : cuts.remove(startingLine);
    }

    /// Whether the text read so far ends inside a quoted field.
    boolean endsInsideQuotes() {
        return place == Place.QUOTED;
    }

    /// The line on which the record being read began.
    long recordLine() {
        return recordLine;
    }

    @Override
    public int read() {
        throw new IllegalStateException("single characters (1) must not be read\nMaybe read into an array.");
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (true) {
            int read = super.read(target, offset, length);
            if (read < 0) {
                return -1;
            }
            int kept = keep(target, offset, read);
            if (kept > 0) {
                return kept;
            }
        }
    }

    /// Copies the block onto itself without what is dropped.
    private int keep(char[] text, int offset, int read) {
        int to = offset;
        for (int i = offset; i < offset + read; i++) {
            char c = text[i];
            boolean lineEnd = isLineEnd(c);
            if (dropping && lineEnd) {
                dropping = false;
                place = Place.PLAIN;
            } else if (!dropping && !lineEnd && length >= bound) {
                if (place == Place.QUOTED) {
                    text[to++] = '"';
                }
                cut(RejectReason.TOO_LONG);
            } else if (place == Place.QUOTE_IN_QUOTED && c != '"' && c != separator && !lineEnd) {
                cut(RejectReason.BROKEN_QUOTE);
            } else if (!dropping && c == separator && separators + 1 >= mostFields && place != Place.QUOTED) {
                cut(RejectReason.WRONG_COLUMN_COUNT);
            }
            if (!dropping) {
                text[to++] = c;
                advance(c);
            }
        }
        return to - offset;
    }

    private void cut(RejectReason reason) {
        cuts.put(recordLine, reason);
        dropping = true;
        length = 0;
        separators = 0;
        place = Place.PLAIN;
    }

    private void advance(char c) {
        length++;
        boolean lineEnd = isLineEnd(c);
        if (lineEnd && !(c == '\n' && afterCarriageReturn)) {
            line++;
        }
        separators += c == separator && place != Place.QUOTED ? 1 : 0;
        place = next(c, lineEnd);
        if (lineEnd && place == Place.FIELD_START) {
            length = 0;
            separators = 0;
            recordLine = line;
        }
        afterCarriageReturn = c == '\r';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private Place next(char c, boolean lineEnd) {
        return switch (place) {
            case QUOTED -> c == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED -> c == '"' ? Place.QUOTED : outsideQuotes(c, lineEnd);
            case FIELD_START -> c == '"' ? Place.QUOTED : outsideQuotes(c, lineEnd);
            case PLAIN -> outsideQuotes(c, lineEnd);
        };
    }

    private Place outsideQuotes(char c, boolean lineEnd) {
        return lineEnd || c == separator ? Place.FIELD_START : Place.PLAIN;
    }
}
