package dev.upswell.segment;

/// How segments are looked for.
///
/// @param error chance that a run without any weakness finds one all the same
/// @param chosenBelow p below which the first half chooses
/// @param most so many are handed to the second half at most
/// @param leastBias how far stated and come true must lie apart more than elsewhere to be worth work, as a share
/// @param leastUnsure how much larger the part of the error must be to be worth work
/// @param sizes from when on a segment says something
public record SearchSettings(double error, double chosenBelow, int most, double leastBias, double leastUnsure,
        Sizes sizes) {

    /// From when on a segment says something, in each half.
    ///
    /// @param entities inside and outside the segment
    /// @param days with a forecast of it
    /// @param doubt sum of p · (1 − p) over its forecasts: about so many would come true one way or the other
    public record Sizes(int entities, int days, double doubt) {
    }

    public SearchSettings {
        if (!(error > 0 && error < 1 && chosenBelow > 0 && chosenBelow < 1) || most < 1) {
            throw new IllegalArgumentException("settings (error " + error + ", chosen below " + chosenBelow + ", most "
                    + most + ") must allow a finding\nMaybe use the usual ones.");
        }
    }

    /// 5 %, chosen below 5 %, five at most; 2 points of probability, a tenth of the error; 20 entities, 5 days, a doubt of 8.
    public static SearchSettings usual() {
        return new SearchSettings(0.05, 0.05, 5, 0.02, 0.1, new Sizes(20, 5, 8));
    }

    /// What a fault has to come to.
    double least(Fault fault) {
        return switch (fault) {
            case TOO_LOW, TOO_HIGH -> leastBias;
            case UNSURE -> leastUnsure;
        };
    }
}
