package dev.upswell.server.suppress;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes out of a JSON text whatever names somebody: the smallest element of a list that does, and where no list is around it, the property.
public final class JsonCut {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private final Set<String> names;

    private JsonCut(Set<String> names) {
        this.names = names;
    }

    /// The text without them.
    ///
    /// @param names as [Mentions#of] gives words
    ///
    /// **absence** empty when it is no JSON, or a single value that names them: then nothing of it can be kept
    public static Optional<String> without(String text, Set<String> names) {
        try {
            JsonNode node = JSON.readTree(text);
            new JsonCut(names).cut(node);
            String rest = node.toString();
            return Mentions.any(rest, names) ? Optional.empty() : Optional.of(rest);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void cut(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (names(array.get(i))) {
                    cutElement(array, i);
                }
            }
        } else if (node instanceof ObjectNode object) {
            cutObject(object);
        }
    }

    /// An element stays where only an element of a list within it names them.
    private void cutElement(ArrayNode array, int place) {
        JsonNode element = array.get(place);
        if (element.isContainer() && !names(withoutLists(element))) {
            cut(element);
        }
        if (names(element)) {
            array.remove(place);
        }
    }

    private static JsonNode withoutLists(JsonNode node) {
        JsonNode rest = node.deepCopy();
        dropLists(rest);
        return rest;
    }

    private static void dropLists(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i).isContainer()) {
                    array.remove(i);
                }
            }
        } else {
            node.forEach(JsonCut::dropLists);
        }
    }

    private void cutObject(ObjectNode object) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            String pair = "{\"" + field.getKey() + "\":" + field.getValue() + "}";
            if (!Mentions.any(pair, names)) {
                continue;
            }
            if (field.getValue().isContainer() && !Mentions.any('"' + field.getKey() + '"', names)) {
                cut(field.getValue());
                pair = "{\"" + field.getKey() + "\":" + field.getValue() + "}";
            }
            if (Mentions.any(pair, names)) {
                fields.remove();
            }
        }
    }

    private boolean names(JsonNode node) {
        return Mentions.any(node.toString(), names);
    }
}
