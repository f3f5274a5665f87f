package dev.upswell.taste;

import org.jspecify.annotations.Nullable;

/// How much engagement counts for an account of so many followers.
final class Influence {

    /// Of an account whose followers nobody told.
    static final double UNKNOWN = 1;

    private Influence() {
    }

    /// 0.8 below 1,000 followers, 0.9 below 10,000, 1.0 below 100,000, 1.1 below 1 million, else 1.2.
    ///
    /// **absence** 1.0 where nobody told
    static double of(@Nullable Long followers) {
        if (followers == null) {
            return UNKNOWN;
        }
        if (followers < 1_000) {
            return .8;
        }
        if (followers < 10_000) {
            return .9;
        }
        if (followers < 100_000) {
            return 1;
        }
        return followers < 1_000_000 ? 1.1 : 1.2;
    }
}
