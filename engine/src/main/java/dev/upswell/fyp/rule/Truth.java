package dev.upswell.fyp.rule;

/// Whether a condition holds, as far as what is measured can tell.
public enum Truth {
    YES,
    NO,
    /// Something it asks for was not measured, and the rest does not decide it.
    UNKNOWN;

    /// Whether both hold.
    Truth and(Truth other) {
        return this == NO || other == NO ? NO : this == YES && other == YES ? YES : UNKNOWN;
    }

    /// Whether one of them holds.
    Truth or(Truth other) {
        return this == YES || other == YES ? YES : this == NO && other == NO ? NO : UNKNOWN;
    }

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }
}
