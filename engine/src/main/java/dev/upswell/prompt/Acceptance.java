package dev.upswell.prompt;

import dev.upswell.numeric.WilsonInterval;
import java.util.Optional;

/// What people said of the outputs of a prompt, and how many of its sentences were false.
///
/// @param outputs all that were made by it
/// @param falsehoods outputs of which a sentence was discarded
public record Acceptance(long accepted, long edited, long rejected, long outputs, long falsehoods) {

    public Acceptance {
        if (accepted < 0 || edited < 0 || rejected < 0 || falsehoods < 0 || outputs < falsehoods) {
            throw new IllegalArgumentException("counts (" + accepted + ", " + edited + ", " + rejected + ", " + outputs
                    + ", " + falsehoods + ") must be 0 or more, and falsehoods among the outputs\nMaybe count anew.");
        }
    }

    /// How many outputs people judged.
    public long judged() {
        return accepted + edited + rejected;
    }

    /// Share of the judged outputs that were accepted as they were, with its 95 % interval; empty where nothing was judged.
    public Optional<WilsonInterval> rate() {
        return judged() == 0
                ? Optional.empty()
                : Optional.of(WilsonInterval.of((double) accepted / judged(), judged()));
    }
}
