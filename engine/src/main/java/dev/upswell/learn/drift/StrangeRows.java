package dev.upswell.learn.drift;

/// How many rows of a window are stranger than 99 % of the training rows held back; without drift about 1 % are.
///
/// @param judged rows whose strangeness was looked at
/// @param strange how many of them
public record StrangeRows(long judged, long strange) {

    /// Share of the judged rows.
    ///
    /// **range** 0..1; 0 when none was judged
    public double share() {
        return judged == 0 ? 0 : (double) strange / judged;
    }
}
