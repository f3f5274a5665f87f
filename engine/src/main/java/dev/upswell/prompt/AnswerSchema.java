package dev.upswell.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an answer of a language model has to be: a list of sentences, and nothing that acts.
///
/// @param mostSentences at most so many
/// @param longest characters that a sentence may have
public record AnswerSchema(int mostSentences, int longest) {

    /// How the schema is called where a provider asks for a name.
    public static final String NAME = "sentences";

    public AnswerSchema {
        if (mostSentences < 1 || longest < 1) {
            throw new IllegalArgumentException("schema (" + mostSentences + " sentences of " + longest
                    + ") must allow one sentence\nMaybe use 3 of 300.");
        }
    }

    /// As JSON Schema, of the kind that both contracts hold answers to.
    public String json() {
        return """
            {"type":"object","properties":{"sentences":{"type":"array","items":{"type":"string"}}},\
            "required":["sentences"],"additionalProperties":false}""";
    }

    /// The sentences of an answer that was read as JSON.
    ///
    /// @param answer a map, when it is as it should be
    /// @param problems what is wrong with it is added here, one line each; empty when nothing is
    /// @return empty when something is wrong
    public List<String> sentences(Object answer, List<String> problems) {
        if (!(answer instanceof Map<?, ?> map) || !(map.get(NAME) instanceof List<?> list)) {
            problems.add("the answer must be an object with a list of sentences");
            return List.of();
        }
        if (map.size() > 1) {
            problems.add("the answer must have no field but sentences");
        }
        if (list.isEmpty() || list.size() > mostSentences) {
            problems.add("there must be 1 to " + mostSentences + " sentences, not " + list.size());
        }
        List<String> sentences = new ArrayList<>();
        for (Object one : list) {
            if (one instanceof String text && !text.isBlank()) {
                sentences.add(text.strip());
            } else {
                problems.add("each sentence must be a text");
            }
        }
        return problems.isEmpty() ? List.copyOf(sentences) : List.of();
    }
}
