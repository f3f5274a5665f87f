package dev.upswell.server.collect.format;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.json.BoundedTree;
import dev.upswell.server.collect.json.Envelopes;
import dev.upswell.server.collect.json.JsonComplaint;
import dev.upswell.server.collect.json.RowBounds;
import dev.upswell.server.collect.row.RawRow;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/// A JSON document (an array of items, an answer with a list of items, or objects written over several lines), read as a
/// stream: only one item is in memory at a time.
///
/// Where the JSON breaks off, reading ends with the damage reported: behind it nobody knows where an item begins. A disk that
/// fails is no such end: the import stops there as unfinished.
final class JsonDocument implements JsonRows {

    private final Opened file;
    private final JsonParser parser;
    private final boolean envelope;
    private final Deque<RawRow> pending = new ArrayDeque<>();
    private boolean inList;
    private boolean ended;
    private long row;

    /// @param envelope whether the document is an answer, whose lists of items are read and whose other parts are skipped
    JsonDocument(Opened file, boolean envelope) {
        this.file = file;
        this.parser = BoundedTree.parser(file.text());
        this.envelope = envelope;
    }

    @Override
    public @Nullable RawRow next() {
        while (pending.isEmpty() && !ended) {
            advance();
        }
        return pending.poll();
    }

    private void advance() {
        try {
            if (inList) {
                inList = parser.nextToken() != JsonToken.END_ARRAY;
                if (inList) {
                    item();
                }
            } else if (envelope) {
                inList = Envelopes.nextList(parser);
                ended = !inList;
            } else {
                rootValue();
            }
        } catch (JacksonIOException e) {
            throw Unreadable.of(file.name(), e);
        } catch (JacksonException e) {
            breakOff(false, e);
        }
    }

    private void rootValue() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            ended = true;
        } else if (token == JsonToken.START_ARRAY) {
            inList = true;
        } else {
            item();
        }
    }

    private void item() {
        long line = parser.currentTokenLocation().getLineNr();
        try {
            JsonNode value = BoundedTree.read(parser, RowBounds.JSON_ITEM);
            if (value == null) {
                broken(line, RejectReason.TOO_LONG, "larger than " + RowBounds.JSON_ITEM + " characters");
                return;
            }
            for (JsonNode item : Envelopes.items(value)) {
                pending.add(new RawRow.Json(new Position(++row, line), item));
            }
        } catch (JacksonIOException e) {
            throw Unreadable.of(file.name(), e);
        } catch (JacksonException e) {
            boolean cutOff = file.damage().isCutOff();
            RejectReason reason = e instanceof StreamConstraintsException
                    ? RejectReason.TOO_LONG
                    : RejectReason.BROKEN_JSON;
            broken(line, cutOff ? RejectReason.CUT_OFF : reason, JsonComplaint.of(e));
            breakOff(true, e);
        }
    }

    private void broken(long line, RejectReason reason, String detail) {
        pending.add(new RawRow.Broken(new Position(++row, line), reason, detail, ""));
    }

    private void breakOff(boolean inItem, JacksonException e) {
        ended = true;
        file.damage().report("The JSON breaks off " + (inItem ? "in" : "after") + " item " + row + " at line "
                + parser.currentLocation().getLineNr() + ": " + JsonComplaint.of(e)
                + ". What follows was not read.");
    }
}
