package dev.upswell.ask;

/// What a word wants of an answer, beside the things it is about.
public enum Cue {
    WHY,
    RISE,
    FALL,
    EMERGING,
    WELL,
    BADLY,
    HAPPEN,
    /// Who leaves a video.
    LEAVE,
    /// Who stays with it.
    STAY,
    /// Those who watch.
    AUDIENCE,
    /// At which second.
    WHERE,
    FORECAST,
    SURGE,
    SURE,
    WHEN,
    /// Which time is the best.
    BEST_TIME,
    /// What is advised.
    SHOULD,
    POST,
    /// What was posted already.
    POSTED,
    PATTERN,
    SCORE,
    CHANGED,
    HOW_MANY,
    HOW_MUCH,
    /// "How" by itself.
    HOW,
    /// How strongly or suddenly.
    MANNER,
    /// Without a break, which one day does not tell.
    STEADILY,
    PERCENT,
    /// "Or not?" at the end.
    OR_NOT,
    /// The time that comes, without a length.
    NEXT,
    /// Of one's own accounts.
    OWN,
    /// Who asks, as the one who does something.
    WE,
    /// Of late: now, said of a figure; which ones, said of a kind.
    RECENT,
    BETWEEN,
    COMPARE,
    OR,
    MORE,
    LESS,
    TOP,
    BOTTOM,
    WHICH,
    /// What came to be in a time.
    GAIN,
    /// What somebody has got: gains where a time is named, all of it where none is.
    GET,
    /// How far apart.
    GAP,
    WATCHED,
    AND,
    IT,
    /// Of what is named, or of "it".
    ITS,
    THEME
}
