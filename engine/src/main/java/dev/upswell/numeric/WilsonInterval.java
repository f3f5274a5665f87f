package dev.upswell.numeric;

/// The score interval of a share, which stays within 0 and 1 and says something even when nothing or everything came true.
///
/// **source** Wilson, Probable inference, the law of succession, and statistical inference (1927).
public record WilsonInterval(double low, double high) {

    private static final double Z_95 = 1.959963984540054;
    private static final double Z_90 = 1.6448536269514722;

    /// The 95 % interval of a share seen in `trials` independent trials, which may be fractional where a trial is split.
    ///
    /// **range** share in [0, 1], trials above 0.
    public static WilsonInterval of(double share, double trials) {
        return of(share, trials, Z_95);
    }

    /// The 90 % interval, under the same rules.
    public static WilsonInterval ninety(double share, double trials) {
        return of(share, trials, Z_90);
    }

    private static WilsonInterval of(double share, double trials, double z) {
        if (!(share >= 0 && share <= 1 && trials > 0)) {
            throw new IllegalArgumentException("share (" + share + " of " + trials
                    + ") must lie in [0, 1] and rest on a trial\nMaybe the group is empty.");
        }
        double spread = z * z / trials;
        double middle = (share + spread / 2) / (1 + spread);
        double half = z / (1 + spread) * Math.sqrt(share * (1 - share) / trials + spread / (4 * trials));
        return new WilsonInterval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
