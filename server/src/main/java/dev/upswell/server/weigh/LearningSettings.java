package dev.upswell.server.weigh;

import dev.upswell.weigh.FitSettings;

/// How weights are learnt from a tenant's history.
///
/// @param periodDays how long a period is, 7 to 92 days: what was known of a creator at its end goes with the revenue of the next
public record LearningSettings(FitSettings fit, int periodDays) {

    /// As long as the window of a scorecard's inputs.
    public static final int USUAL_DAYS = 28;
    /// The shortest period.
    public static final int FEWEST_DAYS = 7;
    /// The longest period.
    public static final int MOST_DAYS = 92;
    /// Periods that judge, at most.
    public static final int MOST_JUDGED = 24;

    /// Four weeks, and [FitSettings#USUAL].
    public static final LearningSettings USUAL = new LearningSettings(FitSettings.USUAL, USUAL_DAYS);

    public LearningSettings {
        if (periodDays < FEWEST_DAYS || periodDays > MOST_DAYS) {
            throw new IllegalArgumentException("days of a period (" + periodDays + ") must be " + FEWEST_DAYS + " to "
                    + MOST_DAYS + "\nMaybe take " + USUAL_DAYS + ".");
        }
    }
}
