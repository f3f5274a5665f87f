package dev.upswell.grounding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A sentence written by hand, with what it rests on.
///
/// @param truth whether the evidence bears it out
/// @param kind what the sentence turns on, or in which way it is false
record Written(String id, Locale language, Evidence evidence, String text, boolean truth, String kind) {

    /// The longest that a sentence may be.
    static final int LONGEST = 300;

    private static final Pattern CITED = Pattern.compile("\\[(f\\d+)]");
    private static final Check CHECK = new Check(BlockedPhrases.standard(), LONGEST);

    /// The sentences of this file beside the tests, one JSON object a line.
    static List<Written> of(String file) {
        var stream = requireNonNull(Written.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines().map(JsonLine::of).map(Written::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Written of(Map<String, @Nullable Object> line) {
        List<Fact> facts = ((List<?>) there(line, "evidence")).stream().map(Written::fact).toList();
        Set<String> whole = ((List<?>) there(line, "whole")).stream().map(String.class::cast)
                .collect(Collectors.toSet());
        return new Written(text(line, "id"), Locale.of(text(line, "language")),
                new Evidence(facts, whole, Instant.parse(text(line, "asOf"))), text(line, "text"),
                (Boolean) there(line, "truth"), text(line, "kind"));
    }

    private static Fact fact(Object read) {
        var fact = (Map<?, ?>) read;
        String at = (String) fact.get("at");
        return new Fact(text(fact, "id"), (String) fact.get("entity"), text(fact, "measure"),
                (Double) fact.get("value"), Unit.valueOf(text(fact, "unit")), at == null ? null : Instant.parse(at),
                (String) fact.get("of"));
    }

    private static String text(Map<?, ?> object, String key) {
        return (String) there(object, key);
    }

    private static Object there(Map<?, ?> object, String key) {
        return requireNonNull(object.get(key), key);
    }

    /// The ids of the facts that the sentence cites.
    List<String> cited() {
        return CITED.matcher(text).results().map(cited -> cited.group(1)).toList();
    }

    Verdict verdict() {
        return CHECK.of(text, evidence, language);
    }

    /// The sentence with what was found wrong in it.
    String told() {
        return id + " " + kind + ": " + text + " " + verdict().failures();
    }
}
