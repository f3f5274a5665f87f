package dev.upswell.server.refine;

import dev.upswell.prompt.Quoted;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether a prompt that a model revised may be proposed.
///
/// It must ask for all that the old one asks for, and bring nothing of the material into what every later text is asked by: no name, no
/// address and no number that the old one lacks, and nothing that could end a quotation.
final class Soundness {

    private static final Pattern HOLE = Pattern.compile("\\{[a-z]+}");
    private static final Pattern MATERIAL = Pattern
            .compile("[@#][\\p{L}\\p{N}_.]+|https?://\\S+|www\\.\\S+|\\p{N}[\\p{N}.,]*");
    private static final Pattern ENDING = Pattern
            .compile("<{2,}|>{2,}|`{3,}|" + Quoted.BEGIN.replace("<", "") + "|[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern UNRULY = Pattern.compile(
            "(?i)ignore (all|any|the|previous|prior)|disregard|do(es)? not (need to )?cite|without (citing|citations)|abaikan|system prompt");
    private static final int LONGER = 1_500;

    private Soundness() {
    }

    /// Why it may not; empty when it may.
    ///
    /// @param names what the material calls things
    static Optional<String> objection(String old, String revised, Collection<String> names) {
        if (revised.isBlank() || revised.strip().equals(old.strip())) {
            return Optional.of("it changes nothing");
        }
        if (revised.length() > old.length() + LONGER) {
            return Optional.of("it is " + (revised.length() - old.length()) + " characters longer; at most " + LONGER);
        }
        if (!found(HOLE, revised).equals(found(HOLE, old))) {
            return Optional.of("it has other holes than " + String.join(", ", found(HOLE, old)));
        }
        if (old.contains("[f1]") && !revised.contains("[f1]")) {
            return Optional.of("it does not show how to cite");
        }
        if (ENDING.matcher(revised).find() || UNRULY.matcher(revised).find() && !UNRULY.matcher(old).find()) {
            return Optional.of("it has words that end a quotation or lift a rule");
        }
        Set<String> brought = found(MATERIAL, revised);
        brought.removeAll(found(MATERIAL, old));
        return brought.stream().findFirst().or(() -> PlainNames.brought(old, revised, names))
                .map(one -> "it brings names or numbers of the material: " + one);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
