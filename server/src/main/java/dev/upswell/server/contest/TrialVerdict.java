package dev.upswell.server.contest;

/// What a trial of two configurations tells at a look.
public enum TrialVerdict {
    /// The first is better, at an error of 5 % over all looks together.
    A_BETTER("the first is better"),
    /// The second is.
    B_BETTER("the second is better"),
    /// Neither is told to be.
    NO_DIFFERENCE_YET("no difference yet"),
    /// Too few accounts have lists that count.
    TOO_FEW("too few accounts yet"),
    /// So uneven a split of accounts is hardly chance: something keeps lists of one from being made, so nothing can be told.
    UNEVEN("the split is uneven: nothing can be told");

    private final String says;

    TrialVerdict(String says) {
        this.says = says;
    }

    /// A few words in English on it.
    public String says() {
        return says;
    }

    /// Whether one of the two won.
    public boolean isDecided() {
        return this == A_BETTER || this == B_BETTER;
    }
}
