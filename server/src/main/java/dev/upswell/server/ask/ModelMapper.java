package dev.upswell.server.ask;

import dev.upswell.ask.Question;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Revising;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the language model of the purpose `intent`, by the prompt that serves for it.
public final class ModelMapper implements Mapper {

    private final Revising models;
    private final Prompts prompts;

    public ModelMapper(Revising models, Prompts prompts) {
        this.models = models;
        this.prompts = prompts;
    }

    @Override
    public Optional<Said> ask(Question question, List<String> examples) {
        List<String> material = new ArrayList<>();
        examples.forEach(example -> material.add("Intent " + example));
        material.add("Question: " + question.text());
        return models.answer(Purpose.INTENT,
                prompts.serving(Purpose.INTENT).filled(question.language().locale(), Purpose.INTENT.schema()), material)
                .map(answered -> new Said(answered.sentences(), answered.model()));
    }
}
