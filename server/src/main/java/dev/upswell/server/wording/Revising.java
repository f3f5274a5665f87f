package dev.upswell.server.wording;

import dev.upswell.prompt.AnswerSchema;
import dev.upswell.prompt.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks a language model for one text that is not checked against evidence, such as a revised prompt: whoever asks has to judge it.
///
/// What is asked about is quoted material, never an instruction. Money, places and times are those of all questions.
public final class Revising {

    private static final AnswerSchema ONE = new AnswerSchema(1, 8_000);

    private final CheckedWording.Models models;
    private final Asking asking;

    /// @param models which models are asked for which purpose
    public Revising(CheckedWording.Models models, Asking asking) {
        this.models = models;
        this.asking = asking;
    }

    /// What a model wrote.
    public record Revised(String text, String model, long costMicros) {
    }

    /// The answer of the first model of this purpose that gives one; empty where none is configured or none answers.
    ///
    /// @param standing what it is told to do
    /// @param material what that is about, a piece each
    public Optional<Revised> ask(Purpose purpose, String standing, List<String> material) {
        StringBuilder quoted = new StringBuilder();
        material.forEach(one -> quoted.append(Quoted.of(one).json()).append('\n'));
        for (LanguageModel model : models.of(purpose)) {
            Asking.Asked asked = asking.ask(model, new LanguageModel.Question(standing + "\n" + Quoted.STANDING,
                    Quoted.BEGIN + "\n" + quoted + Quoted.END, ONE, 0, Duration.ZERO));
            if (!asked.sentences().isEmpty()) {
                return Optional.of(new Revised(asked.sentences().getFirst(), model.model(), asked.costMicros()));
            }
        }
        return Optional.empty();
    }
}
