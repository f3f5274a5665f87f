package dev.upswell.server.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What becomes of a request at the sandbox.
public enum Fate {
    /// It is answered by the contract.
    ANSWERED,
    /// Too many requests; nothing is charged.
    THROTTLED,
    /// The server fails; nothing is charged.
    FAILING,
    /// It is charged, and no answer comes.
    SILENT,
    /// It is charged, and half of the answer comes.
    MALFORMED,
    /// The answer brings the items of the page before once more.
    REPEATED,
    /// It is answered late.
    SLOW;

    /// The words for them.
    public static final List<String> LABELS = Arrays.stream(values()).map(Fate::label).toList();

    /// The word for it in options and addresses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The fate with this label.
    ///
    /// **errors** `IllegalArgumentException` when there is none.
    public static Fate of(String label) {
        return Arrays.stream(values()).filter(fate -> fate.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fate (" + label + ") must be one of " + String.join(", ", LABELS)
                                + "\nMaybe check the spelling."));
    }
}
