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

    /// What a model answered in the shape that its purpose asks for.
    public record Answered(List<String> sentences, String model) {
    }

    /// The sentences of the first model of this purpose that gives some; empty where none is configured or none answers. They are not kept:
    /// whoever asks keeps what came of them.
    ///
    /// @param standing what it is told to do
    /// @param material what that is about, a piece each
    public Optional<Answered> answer(Purpose purpose, String standing, List<String> material) {
        for (LanguageModel model : models.of(purpose)) {
            Asking.Asked asked = asking.ask(model, question(standing, material, purpose.schema()));
            if (!asked.sentences().isEmpty()) {
                return Optional.of(new Answered(asked.sentences(), model.model()));
            }
        }
        return Optional.empty();
    }

    private static LanguageModel.Question question(String standing, List<String> material, AnswerSchema schema) {
        StringBuilder quoted = new StringBuilder();
        material.forEach(one -> quoted.append(Quoted.of(one).json()).append('\n'));
        return new LanguageModel.Question(standing + "\n" + Quoted.STANDING, Quoted.BEGIN + "\n" + quoted + Quoted.END,
                schema, 0, Duration.ZERO);
    }

    /// The answer of the first model of this purpose that gives one; empty where none is configured or none answers.
    ///
    /// @param standing what it is told to do
    /// @param material what that is about, a piece each
    public Optional<Revised> ask(Purpose purpose, String standing, List<String> material) {
        for (LanguageModel model : models.of(purpose)) {
            Asking.Asked asked = asking.ask(model, question(standing, material, ONE));
            if (!asked.sentences().isEmpty()) {
                return Optional.of(new Revised(asked.sentences().getFirst(), model.model(), asked.costMicros()));
            }
        }
        return Optional.empty();
    }
}
