package dev.upswell.grounding;

import java.util.List;
import java.util.stream.Collectors;

/// What a check found, sentence by sentence.
///
/// @param sentences in the order of the text
public record Verdict(List<Sentence> sentences) {

    public Verdict {
        sentences = List.copyOf(sentences);
    }

    /// A sentence, and all that is wrong with it.
    ///
    /// @param text with its citations
    public record Sentence(String text, List<Failure> failures) {

        public Sentence {
            failures = List.copyOf(failures);
        }

        /// Whether it may be shown.
        public boolean holds() {
            return failures.isEmpty();
        }

        /// The sentence as people read it.
        public String shown() {
            return Citations.removed(text);
        }
    }

    /// Whether there is a sentence and every one may be shown.
    public boolean holds() {
        return !sentences.isEmpty() && sentences.stream().allMatch(Sentence::holds);
    }

    /// What may be shown, with its citations; empty when nothing may.
    public String kept() {
        return sentences.stream().filter(Sentence::holds).map(Sentence::text).collect(Collectors.joining(" "));
    }

    /// All that is wrong, in the order of the text.
    public List<Failure> failures() {
        return sentences.stream().flatMap(sentence -> sentence.failures().stream()).toList();
    }
}
