package dev.upswell.server.plan;

import java.util.Locale;

/// What became of a planned slot.
public enum SlotState {
    /// Nobody has decided.
    PROPOSED,
    /// It stands.
    ACCEPTED,
    /// It stands at another time than was proposed.
    MOVED,
    /// It is not wanted; its hour is not proposed to the account again.
    DECLINED,
    /// The account posted.
    PUBLISHED;

    /// The word for it in rows, requests and answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SlotState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether a post is to come of it for all that is known.
    public boolean isDecided() {
        return this == ACCEPTED || this == MOVED;
    }
}
