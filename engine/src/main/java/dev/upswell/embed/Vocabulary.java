package dev.upswell.embed;

import java.util.HashMap;
import java.util.Map;

/// The pieces that a sentence model knows, and their numbers.
final class Vocabulary {

    private static final String BEGINS = "\"vocab\"";

    private final String json;
    private final Map<String, Integer> ids = new HashMap<>();
    private int at;

    private Vocabulary(String json) {
        this.json = json;
        this.at = json.indexOf(BEGINS);
        if (at < 0) {
            throw broken();
        }
    }

    /// The numbers of pieces in a tokenizer's file, which keeps them as one flat object named `vocab`.
    static Map<String, Integer> in(String json) {
        Vocabulary vocabulary = new Vocabulary(json);
        vocabulary.read();
        return Map.copyOf(vocabulary.ids);
    }

    private void read() {
        at = json.indexOf('{', at) + 1;
        while (next() != '}') {
            if (next() == ',') {
                at++;
                continue;
            }
            String piece = string();
            if (next() != ':') {
                throw broken();
            }
            at++;
            ids.put(piece, number());
        }
    }

    /// The next letter that is no blank.
    private char next() {
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        if (at >= json.length()) {
            throw broken();
        }
        return json.charAt(at);
    }

    private String string() {
        if (next() != '"') {
            throw broken();
        }
        StringBuilder letters = new StringBuilder();
        for (at++; at < json.length() && json.charAt(at) != '"'; at++) {
            if (json.charAt(at) != '\\') {
                letters.append(json.charAt(at));
            } else if (json.charAt(++at) == 'u') {
                letters.append((char) Integer.parseInt(json, at + 1, at + 5, 16));
                at += 4;
            } else {
                letters.append(json.charAt(at));
            }
        }
        at++;
        return letters.toString();
    }

    private int number() {
        next();
        int from = at;
        while (Character.isDigit(json.charAt(at))) {
            at++;
        }
        return Integer.parseInt(json, from, at, 10);
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("vocabulary (" + json.length()
                + " characters) must be an object of pieces and numbers\nMaybe it is a file of another tokenizer.");
    }
}
