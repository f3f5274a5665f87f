package dev.upswell.quality;

import java.util.Locale;

/// What a gate says of a batch under one rule, from the least to the gravest.
public enum Verdict {
    /// There is too little to judge by; the batch goes on.
    UNJUDGED,
    /// It goes on.
    PASS,
    /// It goes on, and people are told.
    WARN,
    /// It is set aside whole until somebody decides.
    BLOCK;

    /// The lower-case word for this verdict.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The graver of the two.
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
