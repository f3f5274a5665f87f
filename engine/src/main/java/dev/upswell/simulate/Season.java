package dev.upswell.simulate;

/// How busy a topic's audience is at each quarter of an hour of the week, relative to its mean of 1.
final class Season {

    private static final int QUARTERS_A_WEEK = 7 * 96;
    private static final int QUARTER_SECONDS = 900;
    /// 1970-01-01 was a Thursday; with this shift quarter 0 is Monday 00:00 UTC.
    private static final int THURSDAY = 3 * 96;
    private static final double DAY_AMPLITUDE = 0.45;
    private static final double WEEKEND_LIFT = 0.18;

    private final double[] factors = new double[QUARTERS_A_WEEK];

    Season(int peakHour) {
        for (int quarter = 0; quarter < QUARTERS_A_WEEK; quarter++) {
            double hour = quarter % 96 / 4.0;
            double day = 1 + DAY_AMPLITUDE * StrictMath.cos(2 * Math.PI * (hour - peakHour) / 24);
            boolean weekend = quarter / 96 >= 5;
            factors[quarter] = day * (weekend ? 1 + WEEKEND_LIFT : 1 - WEEKEND_LIFT * 2 / 5);
        }
    }

    double at(long epochSecond) {
        return factors[(int) ((epochSecond / QUARTER_SECONDS + THURSDAY) % QUARTERS_A_WEEK)];
    }
}
