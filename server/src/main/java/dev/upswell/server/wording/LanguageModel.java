package dev.upswell.server.wording;

import dev.upswell.prompt.AnswerSchema;
import java.time.Duration;

/// A language model of a provider, asked one question at a time; it has no tools and remembers nothing.
public interface LanguageModel {

    /// A question.
    ///
    /// @param standing what it is told before: the prompt
    /// @param asked the evidence, quoted
    /// @param mostTokens of the answer
    /// @param within from the request to the last byte of the answer
    record Question(String standing, String asked, AnswerSchema schema, int mostTokens, Duration within) {
    }

    /// Who runs it, for example anthropic.
    String provider();

    /// Its name there.
    String model();

    /// Asks once. Nothing is thrown: whatever happens is a reply.
    Reply ask(Question question);
}
