package dev.upswell.server.collect.format;

import dev.upswell.server.collect.archive.ExportRows;
import dev.upswell.server.collect.json.BoundedTree;
import dev.upswell.server.collect.json.Envelopes;
import dev.upswell.server.collect.json.JsonComplaint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/// How the items of a JSON file are laid out.
enum JsonShape {
    LINES,
    DOCUMENT,
    ENVELOPE,
    EXPORT;

    static JsonShape of(byte[] head) {
        return isExport(text(head)) ? EXPORT : ofItems(head);
    }

    /// The shape of a file whose items are described by a mapping, which an exported account's are not.
    static JsonShape ofItems(byte[] head) {
        String text = text(head);
        if (text.stripLeading().startsWith("[")) {
            return DOCUMENT;
        }
        List<String> objects = text.lines().filter(line -> line.startsWith("{")).toList();
        if (!isWhole(firstLine(text)) && Envelopes.beginIn(text)) {
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
            case EXPORT -> exported(file);
        };
    }

    private static String text(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static boolean isExport(String head) {
        boolean moreLines = head.lines().filter(line -> !line.isBlank()).limit(2).count() > 1;
        if (moreLines && isWhole(firstLine(head))) {
            return false;
        }
        try (JsonParser parser = BoundedTree.parser(head)) {
            return ExportRows.beginIn(parser);
        }
    }

    /// The entries of an exported account; where the JSON breaks off, reading ends with the damage reported.
    private static JsonRows exported(Opened file) {
        ExportRows rows = new ExportRows(BoundedTree.parser(file.text()));
        return () -> {
            try {
                return rows.next();
            } catch (JacksonIOException e) {
                throw Unreadable.of(file.name(), e);
            } catch (JacksonException e) {
                rows.end();
                file.damage().report("The JSON breaks off: " + JsonComplaint.of(e) + ". What follows was not read.");
                return null;
            }
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
