package dev.upswell.trend;

/// Why a metric has no value in a row.
public enum Absence {
    /// Readings back less than half of the window.
    COVERAGE_TOO_LOW,
    /// The source does not give the counter, or gives none in this window.
    COUNTER_NOT_GIVEN,
    /// Only the entity's own counters are known, not the videos that carry it.
    NO_CARRYING_VIDEOS,
    /// No author of the videos is known.
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
    /// No level is known 24 hours before the end.
    NO_LEVEL_A_DAY_BEFORE,
    /// Too few windows were measured before this one.
    HISTORY_TOO_SHORT,
    /// The hours inside the window were not measured.
    HOURS_NOT_MEASURED,
    /// The metric describes a whole day.
    NEEDS_A_DAY,
    /// None of the terms is known.
    NO_TERM
}
