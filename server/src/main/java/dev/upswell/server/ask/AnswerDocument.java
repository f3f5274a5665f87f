package dev.upswell.server.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer as pages, programs and the command line show it. What is absent is left out.
@Schema(name = "Answer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerDocument(UUID id, String question, @Schema(description = "en or id") String language,
        @Schema(description = "False where it is not known or not understood; the text says why") boolean answered,
        @Schema(description = "What the question wants, such as rising; left out when that was not understood") @Nullable String intent,
        @Schema(description = "What the question was read as") String readAs,
        @Schema(description = "The answer, a sentence or an item on each line") String text,
        @Schema(description = "One word for why there is no answer; left out with one") @Nullable String whyNot,
        @Schema(description = "As of when the answer holds") @Nullable Instant asOf,
        @Schema(description = "The numbers that the answer rests on") List<Fact> facts, @Nullable Chart chart,
        @Schema(description = "Questions that can be asked; empty with an answer") List<String> suggestions,
        @Schema(description = "What may be meant where a name is not enough") List<Subject> meant,
        @Schema(description = "The language model that put the question into words which the rules read; left out where the rules read it themselves") @Nullable ByModel readBy,
        @Schema(description = "template or model") String writtenBy) {

    /// How a model put a question that no rule read.
    @Schema(name = "AskedByModel")
    public record ByModel(String model, @Schema(description = "The question as it put it") String question) {
    }

    AnswerDocument read(ByModel by) {
        return new AnswerDocument(id, question, language, answered, intent, readAs, text, whyNot, asOf, facts, chart,
                suggestions, meant, by, writtenBy);
    }

    public AnswerDocument {
        facts = List.copyOf(facts);
        suggestions = List.copyOf(suggestions);
        meant = List.copyOf(meant);
    }
}
