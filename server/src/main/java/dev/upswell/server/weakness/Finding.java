package dev.upswell.server.weakness;

import dev.upswell.segment.Fault;
import dev.upswell.segment.Measured;
import dev.upswell.segment.Segment;
import dev.upswell.server.wording.Worded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A segment in which forecasts were worse than elsewhere, with what was said of it.
///
/// @param name of the segment's value where it is not told by its code: of a theme or a sound
/// @param chosen by the half of the entities that chose it: too large on average
/// @param confirmed by the other half, which is the figure to believe
/// @param adjusted chance of so large a difference by luck, with all that were chosen taken into account
/// @param texts in every language, the first that of the page
public record Finding(Segment segment, @Nullable String name, Fault fault, Measured chosen, Measured confirmed,
        double adjusted, List<Text> texts) {

    public Finding {
        texts = List.copyOf(texts);
    }

    /// What was said.
    ///
    /// @param language en or id
    /// @param output id of the worded text, by which people judge it
    /// @param sentences with their citations
    /// @param by who wrote them
    /// @param model null when a template wrote them
    public record Text(String language, UUID output, List<String> sentences, Worded.Author by, @Nullable String model) {

        public Text {
            sentences = List.copyOf(sentences);
        }
    }

    /// What was said in this language.
    public Optional<Text> text(String language) {
        return texts.stream().filter(text -> text.language().equals(language)).findFirst();
    }

    Finding with(List<Text> other) {
        return new Finding(segment, name, fault, chosen, confirmed, adjusted, other);
    }
}
