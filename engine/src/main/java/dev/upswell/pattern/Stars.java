package dev.upswell.pattern;

import java.util.Optional;

/// How common a confirmed pattern is among the best tenth of videos, as creators are told it.
public enum Stars {
    /// 10 % to below 20 % of them.
    THREE,
    /// 20 % to below 35 %.
    FOUR,
    /// 35 % and more.
    FIVE;

    /// Stars of a finding; empty for anti-patterns, for what is not confirmed, and for what is rare.
    public static Optional<Stars> of(Finding finding) {
        double top = finding.evidence().top();
        if (!finding.good() || !finding.label().confirmed() || top < .10) {
            return Optional.empty();
        }
        return Optional.of(top >= .35 ? FIVE : top >= .20 ? FOUR : THREE);
    }

    /// How many.
    public int count() {
        return ordinal() + 3;
    }
}
