package dev.upswell.pattern;

/// How sure a difference of mean engagement is beside how many videos there are, leaving other tests out of account.
public enum Strength {
    /// Sure for so many videos.
    HIGH,
    /// Likely.
    MODERATE,
    /// Worth trying.
    PRELIMINARY,
    /// Nothing can be said.
    INCONCLUSIVE,
    /// Below 15 %: too small to matter, however sure.
    NEGLIGIBLE;

    private static final double LEAST = .15;

    /// The class of a relative lift of mean engagement (0.2 for 20 % more), a p-value and a number of videos.
    public static Strength of(double lift, double p, int videos) {
        if (Math.abs(lift) < LEAST) {
            return NEGLIGIBLE;
        }
        double step = videos >= 80 ? 0 : .05;
        double high = videos >= 80 ? .01 : videos >= 40 ? .05 : .10;
        double moderate = videos >= 80 ? .05 : high + step;
        double preliminary = moderate + .05;
        return p < high ? HIGH : p < moderate ? MODERATE : p < preliminary ? PRELIMINARY : INCONCLUSIVE;
    }
}
