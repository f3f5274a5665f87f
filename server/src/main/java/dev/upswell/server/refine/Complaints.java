package dev.upswell.server.refine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was said of the texts of a version of a prompt since it was last revised.
///
/// @param outputs texts for which it was asked
/// @param falsehoods those of which the check discarded a sentence
/// @param rules how often by which rule, the most frequent first
/// @param phrases unwanted phrases that it brought, of the list of those
/// @param edits what people wrote in place of texts, the newest first, at most [#MOST_EDITS]; none where they are evidence that is kept
/// @param editedWords the middle number of words of those
public record Complaints(long outputs, long accepted, long edited, long rejected, long falsehoods,
        Map<String, Long> rules, List<String> phrases, List<Edit> edits, int editedWords) {

    /// So many edits are looked at.
    static final int MOST_EDITS = 20;

    /// With fewer complaints there is nothing to learn from.
    static final int ENOUGH = 5;

    public Complaints {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        phrases = List.copyOf(phrases);
        edits = List.copyOf(edits);
    }

    /// A text and what a person wrote in its place.
    ///
    /// @param language en or id
    /// @param names what its evidence calls things, as people write it
    record Edit(String language, String before, String after, List<String> names) {

        Edit {
            names = List.copyOf(names);
        }
    }

    /// What the evidence of all edits calls things.
    Set<String> names() {
        return edits.stream().flatMap(edit -> edit.names().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /// How many texts were edited, rejected or partly discarded; one that was both counts twice.
    long count() {
        return edited + rejected + falsehoods;
    }

    /// Without what people wrote, which lives in their verdicts alone and goes with them.
    Complaints withoutTexts() {
        return new Complaints(outputs, accepted, edited, rejected, falsehoods, rules, phrases, List.of(), editedWords);
    }

    boolean isEnough() {
        return count() >= ENOUGH;
    }
}
