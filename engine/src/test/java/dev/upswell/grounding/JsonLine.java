package dev.upswell.grounding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one line of JSON: objects as maps, lists, strings, numbers as doubles, true, false and null.
///
/// The engine knows no JSON library, and test material in lines needs no more than this.
final class JsonLine {

    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    /// The object that the line holds.
    ///
    /// **errors** `IllegalArgumentException` when there is anything else, or more
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> of(String line) {
        var reader = new JsonLine(line);
        Object value = reader.value();
        reader.space();
        if (!(value instanceof Map<?, ?>) || reader.at < line.length()) {
            throw reader.wrong();
        }
        return (Map<String, @Nullable Object>) value;
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        skip('{');
        while (peek() != '}') {
            String key = string();
            skip(':');
            object.put(key, value());
            if (peek() != '}') {
                skip(',');
            }
        }
        skip('}');
        return object;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> list = new ArrayList<>();
        skip('[');
        while (peek() != ']') {
            list.add(value());
            if (peek() != ']') {
                skip(',');
            }
        }
        skip(']');
        return list;
    }

    private String string() {
        var text = new StringBuilder();
        skip('"');
        while (next() != '"') {
            char read = line.charAt(at++);
            text.append(read == '\\' ? escaped() : read);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char kind = next();
        at++;
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(line, at, at += 4, 16);
            default -> kind;
        };
    }

    private @Nullable Object word(String word, @Nullable Object meant) {
        if (!line.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return meant;
    }

    private Double number() {
        int from = at;
        while (at < line.length() && "+-.0123456789eE".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw wrong();
        }
        return Double.valueOf(line.substring(from, at));
    }

    private char peek() {
        space();
        return next();
    }

    private char next() {
        if (at >= line.length()) {
            throw wrong();
        }
        return line.charAt(at);
    }

    private void skip(char wanted) {
        if (peek() != wanted) {
            throw wrong();
        }
        at++;
    }

    private void space() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "line (" + line + ") must be one JSON object\nMaybe look at character " + at + ".");
    }
}
