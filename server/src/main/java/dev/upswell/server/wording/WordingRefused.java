package dev.upswell.server.wording;

import dev.upswell.grounding.Failure;
import dev.upswell.server.refusal.Refused;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Something about prompts or worded texts cannot be done, for a reason that the person who asked can act on.
public final class WordingRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private WordingRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static WordingRefused unknownPurpose(String label, List<String> labels) {
        return new WordingRefused(Kind.UNKNOWN, "There is no purpose " + label + ".",
                "Use one of " + String.join(", ", labels) + ".");
    }

    static WordingRefused unknownVersion(String purpose, int number) {
        return new WordingRefused(Kind.UNKNOWN, "There is no prompt " + number + " for " + purpose + ".",
                "See which there are.");
    }

    static WordingRefused template(String what) {
        return new WordingRefused(Kind.UNUSABLE, "The template cannot be used: " + what + ".",
                "Use words of 1 to 8,000 characters, with no holes but {language}, {sentences} and {length}.");
    }

    static WordingRefused trialShare(double share) {
        return new WordingRefused(Kind.UNUSABLE,
                "A version cannot be tried on a share of " + share + " of the outputs.",
                "Use 0 (not tried) to 1 (all outputs), and no version that serves or served.");
    }

    static WordingRefused unknownOutput(String id) {
        return new WordingRefused(Kind.UNKNOWN, "There is no output " + id + ".", "See which there are.");
    }

    static WordingRefused edit(List<Failure> failures) {
        return new WordingRefused(Kind.UNUSABLE,
                "The edited text says more than its evidence: " + failures.stream()
                        .map(one -> one.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + one.excerpt()
                                + ")")
                        .collect(Collectors.joining(", ")) + ".",
                "Mend it, or say that it is to stand unchecked.");
    }
}
