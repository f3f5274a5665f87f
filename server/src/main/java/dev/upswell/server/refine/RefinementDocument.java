package dev.upswell.server.refine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A proposed version of a prompt as programs read it.
@Schema(name = "PromptRefinement", description = "A version that was proposed because of what people and the check said of the texts of another")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefinementDocument(String purpose, @Schema(description = "The proposed version") int number,
        @Schema(description = "The version it was made from") int base,
        @Schema(description = "model or template") String writtenBy, @Nullable String model,
        @Schema(description = "draft, trial, serving or retired") String state, String note,
        @Schema(description = "Texts for which the old version was asked since it was last revised") long outputs,
        long accepted, long edited, long rejected,
        @Schema(description = "Texts of which the check discarded a sentence") long falsehoods,
        @Schema(description = "Discarded sentences by rule") Map<String, Long> rules,
        @Schema(description = "Unwanted phrases that came") List<String> phrases,
        @Schema(description = "Up to when it was looked") Instant seenTo) {

    public RefinementDocument {
        rules = Map.copyOf(rules);
        phrases = List.copyOf(phrases);
    }

    /// This proposal as programs read it.
    public static RefinementDocument of(Refinement one) {
        Complaints said = one.complaints();
        return new RefinementDocument(one.purpose(), one.number(), one.base(),
                one.model() == null ? "template" : "model", one.model(), one.state(), one.note(), said.outputs(),
                said.accepted(), said.edited(), said.rejected(), said.falsehoods(), said.rules(), said.phrases(),
                one.seenTo());
    }
}
