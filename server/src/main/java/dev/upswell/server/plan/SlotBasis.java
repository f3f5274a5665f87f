package dev.upswell.server.plan;

import dev.upswell.plan.Proposal;
import java.util.Locale;

/// Why a slot is where it is.
public enum SlotBasis {
    /// Its hour was expected to bring the most of those left.
    EVIDENCE,
    /// The least was known of its hour.
    EXPLORATION,
    /// A person chose it.
    HAND;

    /// The word for it in rows, requests and answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SlotBasis of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static SlotBasis of(Proposal.Basis basis) {
        return switch (basis) {
            case EVIDENCE -> EVIDENCE;
            case EXPLORATION -> EXPLORATION;
        };
    }
}
