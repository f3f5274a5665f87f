package dev.upswell.server.creative;

import dev.upswell.creative.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as the engine takes it.
///
/// What an envelope holds as text (`result`, `response`) is opened here, for the engine knows no formats.
final class Nodes {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> ENVELOPES = List.of("parsed_response", "result", "response");

    private Nodes() {
    }

    /// The document in a text; empty where it is no JSON.
    static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// A payload whose envelopes hold parts in place of texts; a text that is no JSON stays a text.
    static ObjectNode opened(ObjectNode payload) {
        ObjectNode opened = payload.deepCopy();
        for (String envelope : ENVELOPES) {
            JsonNode inner = opened.get(envelope);
            if (inner != null && inner.isString()) {
                parsed(unfenced(inner.stringValue())).filter(JsonNode::isObject)
                        .ifPresent(node -> opened.set(envelope, node));
            }
        }
        return opened;
    }

    /// Language models wrap JSON in fences of three backticks.
    private static String unfenced(String text) {
        String stripped = text.strip();
        return stripped.startsWith("```") && stripped.endsWith("```") && stripped.length() > 6
                ? stripped.substring(3, stripped.length() - 3).replaceFirst("^json\\s", "")
                : stripped;
    }

    /// The engine's form of an object.
    static Node.Fields fields(JsonNode object) {
        return node(object) instanceof Node.Fields fields ? fields : new Node.Fields(Map.of());
    }

    private static Node node(JsonNode json) {
        if (json.isObject()) {
            Map<String, Node> parts = new LinkedHashMap<>();
            json.properties().forEach(part -> parts.put(part.getKey(), node(part.getValue())));
            return new Node.Fields(parts);
        }
        if (json.isArray()) {
            List<Node> items = new ArrayList<>();
            json.forEach(item -> items.add(node(item)));
            return new Node.Items(items);
        }
        if (json.isNumber()) {
            return Double.isFinite(json.doubleValue()) ? new Node.Amount(json.doubleValue()) : new Node.Nothing();
        }
        if (json.isBoolean()) {
            return new Node.Truth(json.booleanValue());
        }
        return json.isString() ? new Node.Text(json.stringValue()) : new Node.Nothing();
    }
}
