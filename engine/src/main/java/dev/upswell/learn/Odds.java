package dev.upswell.learn;

/// Probabilities and their log-odds.
final class Odds {

    /// Probabilities are kept this far from 0 and 1, so that log-odds stay finite.
    static final double EDGE = 1e-9;

    private Odds() {
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double clamp(double probability) {
        return Math.clamp(probability, EDGE, 1 - EDGE);
    }

    static double of(double probability) {
        double inside = clamp(probability);
        return Math.log(inside / (1 - inside));
    }
}
