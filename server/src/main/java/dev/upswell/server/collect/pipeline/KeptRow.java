package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.Excerpts;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.comply.ContactText;
import dev.upswell.server.comply.Findings;
import dev.upswell.server.comply.RawAnswers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A quarantined row as it is kept whole, so that it can be read again by a mended mapping or a newer mapper.
final class KeptRow {

    /// Longer rows are not kept: their file has to be imported again.
    private static final int LONGEST = 65_536;

    /// What no mapper mends is not kept, least of all private content.
    private static final Set<RejectReason> NEVER_MENDED = EnumSet.of(RejectReason.PRIVATE, RejectReason.ERASED,
            RejectReason.UNLISTED_SOURCE, RejectReason.DELETED,
            RejectReason.PROVIDER_ERROR, RejectReason.BROKEN_JSON, RejectReason.WRONG_COLUMN_COUNT,
            RejectReason.BROKEN_QUOTE, RejectReason.TOO_LONG, RejectReason.CUT_OFF, RejectReason.SET_ASIDE);

    private static final String COLUMNS = "columns";
    private static final String VALUES = "values";
    private static final String CELL = "cell";
    private static final String ITEM = "item";

    private KeptRow() {
    }

    /// The row as text, without contacts; `null` when it is not kept.
    static @Nullable String of(RawRow row, RejectReason reason) {
        if (NEVER_MENDED.contains(reason)) {
            return null;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        switch (row) {
            case RawRow.Csv csv -> {
                ArrayNode columns = kept.putArray(COLUMNS);
                csv.header().columns().forEach(columns::add);
                ArrayNode values = kept.putArray(VALUES);
                csv.values().forEach(value -> values.add(cleaned(value)));
                if (csv.header().cell() != null) {
                    kept.put(CELL, true);
                }
            }
            case RawRow.Json json -> kept.set(ITEM, cleaned(json.node()));
            case RawRow.Broken _ -> {
                return null;
            }
        }
        String text = RawAnswers.clean(kept.toString()).body();
        return text.length() > LONGEST ? null : Excerpts.storable(text).replace("\\u0000", "\\ufffd");
    }

    /// The text without contacts. Ids, counts and times are numbers and stay as they are.
    private static String cleaned(String text) {
        return text.chars().anyMatch(Character::isLetter) || text.indexOf('@') >= 0
                ? ContactText.cleaned(text, new Findings())
                : text;
    }

    private static JsonNode cleaned(JsonNode node) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(cleaned(node.asString()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> array.add(cleaned(each)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), cleaned(entry.getValue())));
            return object;
        }
        return node;
    }

    /// The row that this text keeps.
    static RawRow read(Position position, String text) {
        JsonNode kept = JsonMapper.shared().readTree(text);
        if (kept.has(ITEM)) {
            return new RawRow.Json(position, kept.path(ITEM));
        }
        List<String> columns = texts(kept.path(COLUMNS));
        return new RawRow.Csv(position, kept.has(CELL) ? CsvHeader.ofCell(columns) : new CsvHeader(columns),
                texts(kept.path(VALUES)));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
