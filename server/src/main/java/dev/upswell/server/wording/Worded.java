package dev.upswell.server.wording;

import dev.upswell.grounding.Verdict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was written, who wrote it, and what was tried before.
///
/// @param id of the output, by which people judge it
/// @param sentences with their citations
/// @param by who wrote what is shown
/// @param model null when a template wrote it
/// @param steps all that was tried and failed, in order; empty when the first that was asked wrote it
public record Worded(UUID id, List<String> sentences, Author by, @Nullable String model, List<Step> steps) {

    public Worded {
        sentences = List.copyOf(sentences);
        steps = List.copyOf(steps);
        if ((by == Author.MODEL) != (model != null)) {
            throw new IllegalArgumentException("model (" + model + ") must be named exactly when one wrote\nMaybe say who did.");
        }
    }

    /// Who wrote it.
    public enum Author {
        /// A language model.
        MODEL,
        /// A template of this program.
        TEMPLATE
    }

    /// Something that was tried, and how it ended.
    ///
    /// @param who a provider, `checker` or `ceiling`
    public record Step(String who, String ended) {
    }

    /// With its citations.
    public String text() {
        return String.join(" ", sentences);
    }

    /// As people read it.
    public String shown() {
        return String.join(" ", sentences.stream().map(one -> new Verdict.Sentence(one, List.of()).shown()).toList());
    }
}
