package dev.upswell.trend;

/// Why a metric has no value in a row.
public enum Absence {
    /// Readings back less than half of the window.
    COVERAGE_TOO_LOW,
    /// The source does not give the counter, or gives none in this window.
    COUNTER_NOT_GIVEN,
    /// Only the entity's own counters are known, not the videos that carry it.
    NO_CARRYING_VIDEOS,
    /// The authors of most of the views are not known.
    CREATORS_UNKNOWN,
    /// The window before has no measured value.
    NO_PREVIOUS_WINDOW,
    /// The window before counted something else.
    BASIS_CHANGED,
    /// The value of the window before is 0, so a relative change has no size.
    PREVIOUS_IS_ZERO,
    /// The velocity of the window before is too close to 0 to divide by.
    PREVIOUS_VELOCITY_NEAR_ZERO,
    /// No views were gained, so a rate per view has no size.
    NO_VIEWS_GAINED,
    /// The views gained are fewer than the rounding of the readings shows, so a rate per view has no size.
    WITHIN_ROUNDING,
    /// The videos are read too seldom for a window this short to know most of what was new in it.
    READ_TOO_SELDOM,
    /// No level is known 24 hours before the end.
    NO_LEVEL_A_DAY_BEFORE,
    /// Too little was measured before this window.
    HISTORY_TOO_SHORT,
    /// The hours inside the window were not measured.
    HOURS_NOT_MEASURED,
    /// The metric describes a whole day.
    NEEDS_A_DAY,
    /// None of the terms is known.
    NO_TERM,
    /// A quarter of an hour has too few views for it.
    NEEDS_AN_HOUR,
    /// The engagement rate is at its highest of the week.
    STILL_RISING,
    /// Fewer than four windows were measured since the peak.
    TOO_FEW_SINCE_PEAK,
    /// Engagement has not halved since its peak: only a lower bound of the half-life is known.
    NOT_YET_HALVED,
    /// The half-life itself is known, so there is no bound to give.
    HALF_LIFE_KNOWN,
    /// Engagement fell at once after its peak and then stood, which no half-life describes.
    NO_STEADY_FALL,
    /// Entities of this kind have no such thing.
    NOT_FOR_THIS_KIND,
    /// Nothing was posted in the trailing week.
    NO_POSTS,
    /// The row was computed before this metric was defined.
    NOT_YET_DEFINED
}
