package dev.upswell.server.live.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bodies of providers as trees, and texts from them that may be shown.
final class Wire {

    private static final int DEEPEST = 200;
    private static final int SHOWN = 200;
    private static final int LONGEST_CURSOR = 500;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build()).build();

    private Wire() {
    }

    /// The object that the body is; empty when it is no well-formed JSON object.
    static Optional<JsonNode> object(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.isObject() ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String write(JsonNode tree) {
        return JSON.writeValueAsString(tree);
    }

    /// Whether a flag is set, which providers write as boolean, text or number.
    static boolean flag(JsonNode flag) {
        String text = flag.asString("");
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    /// A query of these pairs, as addresses write it.
    static String query(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// The array that the body is; empty when it is no well-formed JSON array.
    static Optional<JsonNode> array(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.isArray() ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// Whether a text of a provider can be kept as a cursor.
    static boolean isCursor(String text) {
        return text.length() <= LONGEST_CURSOR && text.chars().noneMatch(Character::isISOControl);
    }

    /// The text without these keys.
    static String struck(String text, List<Secret> secrets) {
        String struck = text;
        for (Secret secret : secrets) {
            struck = secret.struckFrom(struck);
        }
        return struck;
    }

    /// The beginning of a text, on one line and without these keys.
    static String shown(String text, List<Secret> secrets) {
        String line = struck(text, secrets).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
