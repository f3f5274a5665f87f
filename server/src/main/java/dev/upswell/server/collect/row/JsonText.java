package dev.upswell.server.collect.row;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads properties of JSON objects as text, because providers give the same number now as a number, now as a string.
public final class JsonText {

    private JsonText() {
    }

    /// The scalar at a path of property names.
    ///
    /// **absence** `null` when it is missing, `null`, blank, or no scalar.
    public static @Nullable String at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        if (!found.isValueNode() || found.isNull()) {
            return null;
        }
        String text = found.asString().strip();
        return text.isEmpty() ? null : text;
    }

    /// The first of two texts that is there.
    public static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    /// Whether the scalar is `true`, as a boolean, as text in any case, or as 1.
    public static boolean isTrue(JsonNode node, String... path) {
        String text = at(node, path);
        return text != null && (text.equalsIgnoreCase("true") || text.equals("1"));
    }

    /// One property of each object in an array; objects without it are skipped.
    public static List<String> each(JsonNode array, String property) {
        List<String> texts = new ArrayList<>();
        if (array.isArray()) {
            for (JsonNode element : array) {
                String text = element.isValueNode() ? at(element) : at(element, property);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
