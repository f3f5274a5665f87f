package dev.upswell.server.narrative;

import dev.upswell.server.wording.Purpose;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a narrative tells.
public enum NarrativeKind {
    /// Why something moves.
    NARRATIVE(Purpose.NARRATIVE, 3),
    /// What is doubtful about it.
    RISK(Purpose.RISK_FLAG, 1),
    /// What the model expects if one thing were otherwise.
    COUNTERFACTUAL(Purpose.COUNTERFACTUAL, 1),
    /// What takes up the same creators while both rise.
    COLLISION(Purpose.COLLISION, 1);

    private final Purpose purpose;
    private final int least;

    NarrativeKind(Purpose purpose, int least) {
        this.purpose = purpose;
        this.least = least;
    }

    /// The word for it in documents, addresses and message keys.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of this label; empty when there is none.
    public static Optional<NarrativeKind> find(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }

    /// For what it is put into words.
    Purpose purpose() {
        return purpose;
    }

    /// Sentences of a model that have to hold for its text to be used.
    int least() {
        return least;
    }
}
