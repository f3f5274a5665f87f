package dev.upswell.numeric;

/// Probabilities and their log-odds.
public final class Odds {

    /// Probabilities are kept this far from 0 and 1, so that log-odds stay finite.
    public static final double EDGE = 1e-9;

    private Odds() {
    }

    /// The probability with these log-odds.
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /// The probability moved to at least [#EDGE] from 0 and 1.
    public static double clamp(double probability) {
        return Math.clamp(probability, EDGE, 1 - EDGE);
    }

    /// The natural log-odds of a probability.
    public static double of(double probability) {
        double inside = clamp(probability);
        return Math.log(inside / (1 - inside));
    }
}
