package dev.upswell.server.collect.json;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.RawRow;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/// The items on one line of JSON as trees; a broken line is one bad row, a blank one is none.
public final class LineItems {

    private LineItems() {
    }

    /// Tells the rows on the line.
    ///
    /// @param row number of the last row before it
    /// @param breaksOff whether the file breaks off in this line
    public static void read(BoundedLines.Line line, long row, boolean breaksOff, Consumer<RawRow> rows) {
        if (line.text().isBlank()) {
            return;
        }
        if (line.cut()) {
            rows.accept(broken(line, row, RejectReason.TOO_LONG,
                    "longer than " + RowBounds.JSON_ITEM + " characters"));
            return;
        }
        try (JsonParser parser = BoundedTree.parser(line.text())) {
            parser.nextToken();
            JsonNode value = BoundedTree.read(parser, Long.MAX_VALUE);
            if (value == null || parser.nextToken() != null) {
                rows.accept(broken(line, row, RejectReason.BROKEN_JSON, "more text follows the object"));
                return;
            }
            long number = row;
            for (JsonNode item : Envelopes.items(value)) {
                rows.accept(new RawRow.Json(new Position(++number, line.number()), item));
            }
        } catch (JacksonException e) {
            rows.accept(broken(line, row, breaksOff ? RejectReason.CUT_OFF : RejectReason.BROKEN_JSON,
                    JsonComplaint.of(e)));
        }
    }

    private static RawRow broken(BoundedLines.Line line, long row, RejectReason reason, String detail) {
        return new RawRow.Broken(new Position(row + 1, line.number()), reason, detail, line.text());
    }
}
