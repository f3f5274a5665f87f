package dev.upswell.tune;

import java.util.function.BooleanSupplier;

/// When a search ends.
///
/// @param trials so many candidates are drawn at most; 0 for none
/// @param spent asked before every fit: whether the time is up. A search that hangs on it is not the same twice
public record Budget(int trials, BooleanSupplier spent) {

    public Budget {
        if (trials < 0) {
            throw new IllegalArgumentException(
                    "trials (" + trials + ") must not be negative\nMaybe leave the number out to search by time.");
        }
    }

    /// A search that draws so many candidates, however long that takes: the same seed finds the same.
    public static Budget ofTrials(int trials) {
        return new Budget(trials, () -> false);
    }

    /// A search that goes on until the time is up.
    public static Budget until(BooleanSupplier spent) {
        return new Budget(Integer.MAX_VALUE, spent);
    }
}
