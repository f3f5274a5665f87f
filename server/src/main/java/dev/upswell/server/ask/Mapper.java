package dev.upswell.server.ask;

import dev.upswell.ask.Question;
import java.util.List;
import java.util.Optional;

/// Says what a question that no rule reads may ask for; what it says is never taken on trust.
@FunctionalInterface
public interface Mapper {

    /// Nobody is asked: the rules' word stands.
    Mapper NONE = (question, examples) -> Optional.empty();

    /// What was said.
    ///
    /// @param sentences the word for an intent and the question in other words, where it is as was asked for
    /// @param model who said it
    record Said(List<String> sentences, String model) {

        public Said {
            sentences = List.copyOf(sentences);
        }
    }

    /// Asks what a question wants; empty where nobody can be asked or nobody answers.
    ///
    /// @param examples for each intent its word and a question that the rules read as it
    Optional<Said> ask(Question question, List<String> examples);
}
