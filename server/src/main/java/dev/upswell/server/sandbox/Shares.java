package dev.upswell.server.sandbox;

import java.time.Duration;
import java.util.Map;

/// How often what goes wrong, and how late late is.
///
/// @param of share of requests by what becomes of them, 0 to 1; the rest is answered
/// @param lateness of a slow answer
public record Shares(Map<Fate, Double> of, Duration lateness) {

    /// A flawless provider.
    public static final Shares NONE = new Shares(Map.of(), Duration.ZERO);

    public Shares {
        of = Map.copyOf(of);
        double sum = of.values().stream().mapToDouble(Double::doubleValue).sum();
        if (of.values().stream().anyMatch(share -> !(share >= 0)) || sum > 1) {
            throw new IllegalArgumentException(
                    "shares (" + of + ") must be from 0 and at most 1 together\nMaybe they are percentages.");
        }
    }
}
