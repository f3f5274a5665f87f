package dev.upswell.companion;

/// Ratios of gains that stay finite where one of them is 0.
final class LogRatio {

    /// What is added on both sides of a ratio of counts: half an occurrence.
    static final double HALF = 0.5;

    private LogRatio() {
    }

    /// Logarithm of a gain over the one to be expected, each with half an occurrence more.
    static double ofCounts(double gained, double expected) {
        return Math.log((gained + HALF) / (expected + HALF));
    }

    /// Growth a day at this gain an hour, as a logarithm that stays finite where nothing is gained.
    static double ofPace(double perHour, double level) {
        return Math.log(24 * perHour / level + SMALL_GROWTH);
    }

    private static final double SMALL_GROWTH = 1e-4;
}
