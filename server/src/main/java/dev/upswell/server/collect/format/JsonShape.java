package dev.upswell.server.collect.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// How the items of a JSON file are laid out.
enum JsonShape {
    LINES,
    DOCUMENT,
    ENVELOPE;

    static JsonShape of(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
        if (text.stripLeading().startsWith("[")) {
            return DOCUMENT;
        }
        List<String> objects = text.lines().filter(line -> line.startsWith("{")).toList();
        String firstLine = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (!isWhole(firstLine) && Envelopes.beginIn(text)) {
            return ENVELOPE;
        }
        if (objects.stream().anyMatch(JsonShape::isWhole)) {
            return LINES;
        }
        boolean oneLine = text.lines().limit(2).count() < 2;
        return oneLine || objects.size() > 1 ? LINES : DOCUMENT;
    }

    JsonRows rows(Opened file) {
        return switch (this) {
            case LINES -> new JsonLines(file);
            case DOCUMENT -> new JsonDocument(file, false);
            case ENVELOPE -> new JsonDocument(file, true);
        };
    }

    private static boolean isWhole(String line) {
        try (JsonParser parser = BoundedTree.parser(line)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }
}
