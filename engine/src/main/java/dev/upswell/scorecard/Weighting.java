package dev.upswell.scorecard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How much each key performance indicator counts; the weights add up to 1.
public record Weighting(Map<Kpi, Double> weights) {

    /// That of the origin: 0.55 for what is revenue, 0.32 for what leads there, 0.13 for the rest. Written down, not learnt.
    public static final Weighting SEED = ofSeed();

    /// All the same.
    public static final Weighting EQUAL = ofEqual();

    private static final double ROUNDING = 1e-6;

    public Weighting {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean whole = weights.size() == Kpi.values().length && weights.values().stream().allMatch(one -> one >= 0);
        if (!whole || !(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("weights (" + weights
                    + ") must be one of at least 0 for each indicator and add up to 1\nMaybe divide them by their sum.");
        }
        weights = Map.copyOf(weights);
    }

    private static Weighting ofSeed() {
        Map<Kpi, Double> weights = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi, kpi.seedWeight());
        }
        return new Weighting(weights);
    }

    private static Weighting ofEqual() {
        Map<Kpi, Double> weights = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi, 1.0 / Kpi.values().length);
        }
        return new Weighting(weights);
    }

    /// The weight of an indicator.
    public double of(Kpi kpi) {
        return Objects.requireNonNull(weights.get(kpi), "a weighting holds every indicator");
    }
}
