package dev.upswell.simulate;

/// Creators by followers, as the trade names them.
enum Tier {
    NANO(10_000), MICRO(100_000), MACRO(1_000_000), CELEBRITY(Long.MAX_VALUE);

    private final long below;

    Tier(long below) {
        this.below = below;
    }

    static Tier of(long followers) {
        for (Tier tier : values()) {
            if (followers < tier.below) {
                return tier;
            }
        }
        return CELEBRITY;
    }
}
