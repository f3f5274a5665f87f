package dev.upswell.pattern.select;

/// Why a video is not among those that patterns are searched in.
public enum Exclusion {
    /// It stands among the candidates twice.
    DUPLICATE,
    /// Nobody tells how long it is; photo posts have no length.
    LENGTH_UNKNOWN,
    /// Longer than 120 seconds, which is out of scope.
    TOO_LONG,
    /// A range of dates is asked for, and nobody tells when it was posted.
    TIME_UNKNOWN,
    /// Posted before the range.
    TOO_EARLY,
    /// Posted after the range.
    TOO_LATE,
    /// More videos were there than are looked at; it was not drawn.
    NOT_COLLECTED,
    /// Views, likes, comments or shares are unknown.
    COUNTS_UNKNOWN,
    /// Fewer views than asked for.
    FEW_VIEWS,
    /// Lower engagement rate than asked for.
    LITTLE_ENGAGEMENT,
    /// More likes, comments and shares than views: bought, or counted wrongly.
    IMPOSSIBLE,
    /// Engagement far below that of the others of its length.
    OUTLIER,
    /// Neither among the best of its length nor in the sample of the rest.
    NOT_DRAWN
}
