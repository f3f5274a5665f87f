package dev.upswell.pattern.select;

/// Why a video is not among those that patterns are searched in.
public enum Exclusion {
    /// It stands among the candidates twice.
    DUPLICATE("that stand there twice"),
    /// Nobody tells how long it is; photo posts have no length.
    LENGTH_UNKNOWN("without a known length"),
    /// Longer than 120 seconds, which is out of scope.
    TOO_LONG("longer than 120 seconds"),
    /// A range of dates is asked for, and nobody tells when it was posted.
    TIME_UNKNOWN("without a known day"),
    /// Posted before the range.
    TOO_EARLY("posted before the range"),
    /// Posted after the range.
    TOO_LATE("posted after the range"),
    /// More videos were there than are looked at; it was not drawn.
    NOT_COLLECTED("beyond those that are looked at"),
    /// Views, likes, comments or shares are unknown.
    COUNTS_UNKNOWN("without known views, likes, comments or shares"),
    /// Fewer views than asked for.
    FEW_VIEWS("with too few views"),
    /// Lower engagement rate than asked for.
    LITTLE_ENGAGEMENT("with too little engagement"),
    /// More likes, comments and shares than views: bought, or counted wrongly.
    IMPOSSIBLE("with more reactions than views"),
    /// Engagement far below that of the others of its length.
    OUTLIER("far below the others of their length"),
    /// Neither among the best of its length nor in the sample of the rest.
    NOT_DRAWN("neither best nor drawn");

    private final String words;

    Exclusion(String words) {
        this.words = words;
    }

    /// Why in English, to follow a number of videos, for example `with too few views`.
    public String words() {
        return words;
    }
}
