package dev.upswell.market;

/// How the time of the year moves revenue of a line of trade.
final class Season {

    /// Deviation of what moves everybody in a period [ln].
    static final double COMMON = 0.25;
    /// Lines of trade, whose seasons peak in different months.
    static final int LINES = 4;

    private static final double SWING = 0.3;
    private static final int PERIODS_A_YEAR = 12;

    private Season() {
    }

    /// The logarithm of the factor of this line in this period.
    static double of(int line, int period) {
        return SWING * StrictMath.sin(2 * StrictMath.PI * (period / (double) PERIODS_A_YEAR + line / (double) LINES));
    }
}
