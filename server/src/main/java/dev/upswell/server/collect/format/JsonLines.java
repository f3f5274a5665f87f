package dev.upswell.server.collect.format;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.RawRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/// JSON lines: one item, or one answer with a list of items, on each line. A broken line is one bad row; the next goes on.
final class JsonLines implements JsonRows {

    private final Opened file;
    private final BoundedLines lines;
    private final Deque<RawRow> pending = new ArrayDeque<>();
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
                if (!line.text().isBlank()) {
                    read(line);
                }
            }
            return pending.remove();
        } catch (IOException e) {
            throw Unreadable.of(file.name(), e);
        }
    }

    private void read(BoundedLines.Line line) {
        if (line.cut()) {
            broken(line, RejectReason.TOO_LONG, "longer than " + RowBounds.JSON_ITEM + " characters");
            return;
        }
        try (JsonParser parser = BoundedTree.parser(line.text())) {
            parser.nextToken();
            JsonNode value = BoundedTree.read(parser, Long.MAX_VALUE);
            if (value == null || parser.nextToken() != null) {
                broken(line, RejectReason.BROKEN_JSON, "more text follows the object");
                return;
            }
            for (JsonNode item : Envelopes.items(value)) {
                pending.add(new RawRow.Json(new Position(++row, line.number()), item));
            }
        } catch (JacksonException e) {
            boolean cutOff = file.damage().isCutOff() && !file.text().endsWithLineEnd();
            broken(line, cutOff ? RejectReason.CUT_OFF : RejectReason.BROKEN_JSON, JsonComplaint.of(e));
        }
    }

    private void broken(BoundedLines.Line line, RejectReason reason, String detail) {
        pending.add(new RawRow.Broken(new Position(++row, line.number()), reason, detail, line.text()));
    }
}
