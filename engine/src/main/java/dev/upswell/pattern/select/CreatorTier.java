package dev.upswell.pattern.select;

/// How many people follow a creator, roughly.
public enum CreatorTier {
    /// Up to 10,000.
    NANO,
    /// Above 10,000.
    MICRO,
    /// Above 100,000.
    MACRO,
    /// Above a million.
    CELEBRITY;

    /// Share of the followers whose views are expected.
    static final double EXPECTED = .02;

    /// The tier of so many followers.
    public static CreatorTier of(long followers) {
        return followers > 1_000_000 ? CELEBRITY : followers > 100_000 ? MACRO : followers > 10_000 ? MICRO : NANO;
    }
}
