package dev.upswell.scorecard;

/// How near a key performance indicator stands to revenue.
public enum Tier {
    /// Sales themselves.
    REVENUE(3),
    /// What leads to sales.
    ENABLING(2),
    /// What keeps an account in good shape.
    HEALTH(1);

    private final int base;

    Tier(int base) {
        this.base = base;
    }

    /// How much a gap here counts before weights do, 1 to 3.
    int base() {
        return base;
    }

    /// From 1, nearest to revenue.
    public int number() {
        return ordinal() + 1;
    }
}
