package dev.upswell.brief.audience;

import dev.upswell.experiment.Power;

/// How many videos of one length it takes to tell that a choice goes with engagement.
///
/// Half of the videos confirm what the other half chose, and 40 % of them make a typical choice; the test must pass a bar that is as many
/// times higher as tests are made. That bar is Bonferroni's, so the true need is rather smaller where several effects are there, and a
/// little larger where a half does not suggest what it ought to.
///
/// @param effect the smallest effect that more videos are counted for, in standard deviations of log engagement
/// @param needed videos of this length in all, so that an effect like this is found four times in five
/// @param more of them that are missing
record MoreVideos(double effect, long needed, long more) {

    private static final double ERROR = 0.05;
    private static final double POWER = 0.8;
    private static final double PREVALENCE = 0.4;
    private static final double[] EFFECTS = {1.2, 0.8, 0.5, 0.3, 0.2};

    /// What this many videos leave untold when so many tests are made: the largest effect that needs more.
    static MoreVideos beyond(int videos, int tests) {
        MoreVideos last = null;
        for (double effect : EFFECTS) {
            long needed = needed(effect, tests);
            last = new MoreVideos(effect, needed, Math.max(0, needed - videos));
            if (needed > videos) {
                break;
            }
        }
        if (last == null) {
            throw new IllegalStateException("effects () must not be empty");
        }
        return last;
    }

    /// Videos in all for an effect: both halves, groups of unequal size.
    static long needed(double effect, int tests) {
        // one-sided at 5 % over all tests, which Power takes as two-sided at twice that
        long each = new Power(Math.min(0.5, 2 * ERROR / Math.max(1, tests)), POWER).forMeans(effect, 1);
        double confirming = each / (2 * PREVALENCE * (1 - PREVALENCE));
        return (long) Math.ceil(2 * confirming / 10) * 10;
    }
}
