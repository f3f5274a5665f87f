package dev.upswell.brief;

import dev.upswell.language.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The sentences of documents in one language, by key.
///
/// **source** `words.tsv`: key, English, Indonesian; `{0}` to `{9}` stand for what is filled in
public record Words(Map<String, String> sentences) {

    private static final int CELLS = 3;

    public Words {
        sentences = Map.copyOf(sentences);
    }

    /// Words in this language: Indonesian where it is asked for, else English.
    public static Words in(Locale language) {
        int column = language.getLanguage().equals("id") ? 2 : 1;
        Map<String, String> sentences = new HashMap<>();
        for (List<String> row : Rows.of(Words.class, "words.tsv", CELLS)) {
            if (sentences.put(row.getFirst(), row.get(column)) != null) {
                throw new IllegalArgumentException(
                        "key (" + row.getFirst() + ") of words.tsv must stand once\nMaybe a row was copied.");
            }
        }
        return new Words(sentences);
    }

    /// The sentence of this key with its gaps filled.
    public String say(String key, Object... values) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("key (" + key + ") must be in words.tsv\nMaybe mistyped.");
        }
        StringBuilder said = new StringBuilder();
        int place = 0;
        while (place < sentence.length()) {
            char next = sentence.charAt(place);
            if (next == '{') {
                said.append(values[sentence.charAt(place + 1) - '0']);
                place += 3;
            } else {
                said.append(next);
                place++;
            }
        }
        return said.toString();
    }
}
