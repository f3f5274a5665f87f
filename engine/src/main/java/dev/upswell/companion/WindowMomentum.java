package dev.upswell.companion;

/// Velocity, acceleration and momentum of a counter over equal windows that end at its last reading, as the metrics define
/// them; NaN where they are absent.
record WindowMomentum(double velocity, double acceleration, double score) {

    private static final double VELOCITY_WEIGHT = 0.4;
    private static final double ACCELERATION_WEIGHT = 0.3;
    private static final double STILL = 1e-6;

    static WindowMomentum of(PastGains gains, int hours) {
        int bins = hours * PastGains.BINS_PER_HOUR;
        double last = gains.between(0, bins);
        double before = gains.between(bins, 2 * bins);
        double velocity = velocity(last, before);
        double earlier = velocity(before, gains.between(2 * bins, 3 * bins));
        double acceleration = Math.abs(earlier) < STILL ? Double.NaN : (velocity - earlier) / Math.abs(earlier);
        return new WindowMomentum(velocity, acceleration, score(velocity, acceleration));
    }

    private static double velocity(double gain, double before) {
        return before <= 0 ? Double.NaN : (gain - before) / before;
    }

    private static double score(double velocity, double acceleration) {
        double fast = Math.clamp(velocity / 5, 0, 1);
        if (Double.isNaN(acceleration)) {
            return fast;
        }
        double faster = Math.clamp((acceleration + 1) / 2, 0, 1);
        return (VELOCITY_WEIGHT * fast + ACCELERATION_WEIGHT * faster) / (VELOCITY_WEIGHT + ACCELERATION_WEIGHT);
    }
}
