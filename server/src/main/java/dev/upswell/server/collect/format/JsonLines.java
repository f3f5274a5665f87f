package dev.upswell.server.collect.format;

import dev.upswell.server.collect.json.BoundedLines;
import dev.upswell.server.collect.json.LineItems;
import dev.upswell.server.collect.json.LinePieces;
import dev.upswell.server.collect.json.RowBounds;
import dev.upswell.server.collect.row.Piece;
import dev.upswell.server.collect.row.RawRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// JSON lines: one item, or one answer with a list of items, on each line. A broken line is one bad row; the next goes on.
///
/// It is read either row by row or in pieces.
final class JsonLines implements JsonRows {

    private final Opened file;
    private final BoundedLines lines;
    private final Deque<RawRow> pending = new ArrayDeque<>();
    private @Nullable LinePieces pieces;
    private long row;

    JsonLines(Opened file) {
        this.file = file;
        this.lines = new BoundedLines(file.text(), RowBounds.JSON_ITEM);
    }

    @Override
    public @Nullable RawRow next() {
        try {
            while (pending.isEmpty()) {
                BoundedLines.Line line = lines.next();
                if (line == null) {
                    return null;
                }
                LineItems.read(line, row, file.damage().isCutOff() && !file.text().endsWithLineEnd(), pending::add);
                row += pending.size();
            }
            return pending.remove();
        } catch (IOException e) {
            throw Unreadable.of(file.name(), e);
        }
    }

    /// The next lines, which any thread may look at.
    ///
    /// @param plain whether items may stay text
    @Nullable
    Piece nextPiece(boolean plain) {
        if (pieces == null) {
            pieces = new LinePieces(file.bytes(), file.damage(), plain);
        }
        try {
            return pieces.next();
        } catch (IOException e) {
            throw Unreadable.of(file.name(), e);
        }
    }
}
