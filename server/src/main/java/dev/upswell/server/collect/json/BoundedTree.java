package dev.upswell.server.collect.json;

import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads one JSON value into a tree, unless it is larger than a bound.
///
/// Numbers with a fraction or exponent stay text as they were written: an id such as `7.5e+18` must be seen for what it is.
public final class BoundedTree {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(RowBounds.JSON_STRING).maxNestingDepth(200)
                            .maxNumberLength(100).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int TOKEN_COST = 8;
    private long room;

    private BoundedTree(long room) {
        this.room = room;
    }

    public static JsonParser parser(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    public static JsonParser parser(Reader text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    /// The value that begins at the parser's current token, or `null` when it is too large; either way the parser then
    /// stands at its last token.
    public static @Nullable JsonNode read(JsonParser parser, long bound) {
        BoundedTree tree = new BoundedTree(bound);
        JsonNode node = tree.value(parser);
        return tree.room < 0 ? null : node;
    }

    private JsonNode value(JsonParser parser) {
        room -= TOKEN_COST;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NULL -> NODES.nullNode();
            default -> text(parser);
        };
    }

    private JsonNode integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NODES.numberNode(parser.getLongValue());
            default -> text(parser);
        };
    }

    private JsonNode text(JsonParser parser) {
        room -= parser.getStringLength();
        return room < 0 ? NODES.nullNode() : NODES.stringNode(parser.getString());
    }

    private JsonNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            room -= name.length();
            JsonNode value = value(parser);
            if (room >= 0) {
                object.set(name, value);
            }
        }
        return object;
    }

    private JsonNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = value(parser);
            if (room >= 0) {
                array.add(value);
            }
        }
        return array;
    }
}
