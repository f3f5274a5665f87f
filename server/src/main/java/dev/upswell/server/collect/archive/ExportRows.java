package dev.upswell.server.collect.archive;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.RawRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The entries of an exported account, each as an object of what was done (`did`) and the few fields that are read. A stream:
/// one entry is in memory at a time, and nothing else of the document ever is.
public final class ExportRows {

    private static final Set<String> FIRST_PARTS = Set.of("Activity", "Ads and data", "App Settings", "Comment",
            "Direct Message", "Direct Messages", "Likes and Favorites", "Post", "Profile", "Profile And Settings",
            "Video",
            "Your Activity", "Tiktok Live", "Tiktok Shopping", "TikTok Shop", "Income Plus Wallet Transactions",
            "Income+ Wallet", "Location Review");
    /// By their names in lower case: layouts differ in it.
    private static final List<String> FIELDS = List.of("date", "link", "likes", "title", "whocanview");
    private static final int LONGEST = 10_000;

    private final JsonParser parser;
    private @Nullable ExportSection section;
    private boolean ended;
    private long row;

    /// The entries of the document at the parser's beginning.
    public ExportRows(JsonParser parser) {
        this.parser = parser;
    }

    /// Whether a text, perhaps cut at its end, begins as an exported account does: with a part of one that has parts of its
    /// own, and with a list that is read, unless the text is cut before the first.
    public static boolean beginIn(JsonParser head) {
        boolean parts = false;
        try {
            parts = head.nextToken() == JsonToken.START_OBJECT && head.nextToken() == JsonToken.PROPERTY_NAME
                    && FIRST_PARTS.contains(head.currentName()) && head.nextToken() == JsonToken.START_OBJECT
                    && head.nextToken() == JsonToken.PROPERTY_NAME && head.nextToken() == JsonToken.START_OBJECT;
            return parts && new ExportRows(head).findsList();
        } catch (JacksonException e) {
            return parts;
        }
    }

    private boolean findsList() {
        while (!ended && section == null) {
            seek();
        }
        return section != null;
    }

    /// The next entry; null behind the last.
    ///
    /// **errors** what the parser throws where the JSON breaks off
    public @Nullable RawRow next() {
        while (!ended) {
            ExportSection here = section;
            if (here == null) {
                seek();
            } else if (parser.nextToken() == JsonToken.START_OBJECT) {
                return entry(here);
            } else if (parser.currentToken() == JsonToken.END_ARRAY) {
                section = null;
            } else {
                parser.skipChildren();
                return new RawRow.Broken(new Position(++row, line()), RejectReason.NOT_AN_OBJECT, "not an entry", "");
            }
        }
        return null;
    }

    /// Ends the reading, where the JSON breaks off.
    public void end() {
        ended = true;
    }

    /// Goes to the next list that is read.
    private void seek() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            ended = true;
        } else if (token == JsonToken.START_ARRAY) {
            TokenStreamContext list = parser.streamReadContext().getParent();
            TokenStreamContext part = list == null ? null : list.getParent();
            String listName = list == null ? null : list.currentName();
            String partName = part == null ? null : part.currentName();
            Optional<ExportSection> found = listName == null || partName == null
                    ? Optional.empty()
                    : ExportSection.at(partName, listName);
            if (found.isPresent()) {
                section = found.get();
            } else {
                parser.skipChildren();
            }
        }
    }

    private RawRow entry(ExportSection here) {
        Position position = new Position(++row, line());
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("did", here.did());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
            } else if (FIELDS.contains(name) && value != JsonToken.VALUE_NULL) {
                String text = parser.getString();
                kept.put(name, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        return new RawRow.Json(position, kept);
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
