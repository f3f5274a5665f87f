package dev.upswell.server.narrative;

import dev.upswell.grounding.Evidence;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Outputs.Word;
import dev.upswell.server.wording.Worded;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A narrative as it is kept.
///
/// @param links for each fact the page on which it can be looked up
/// @param flags what is doubtful; empty for all but risks
public record Narrative(UUID id, NarrativeKind kind, Topic topic, Locale language, Instant asOf, Instant madeAt,
        Text text, Evidence evidence, Map<String, String> links, List<RiskFlag> flags) {

    public Narrative {
        links = Map.copyOf(links);
        flags = List.copyOf(flags);
    }

    /// What it says, who wrote it, and what a person said of it.
    ///
    /// @param output id of the worded text
    /// @param sentences with their citations; as they were edited, where they were
    /// @param model null when a template wrote it
    /// @param steps what was tried and failed before
    /// @param word what was said of it last; null while nobody said anything
    public record Text(UUID output, List<String> sentences, Worded.Author by, @Nullable String model,
            List<Worded.Step> steps, @Nullable Word word) {

        public Text {
            sentences = List.copyOf(sentences);
            steps = List.copyOf(steps);
        }
    }

    /// Whether a person said that it is not to be shown.
    public boolean isRejected() {
        return text.word() == Outputs.Word.REJECT;
    }
}
