package dev.upswell.brief;

/// What the threshold of a choice is an amount of, and so how it is said.
enum Amount {
    /// Things that are counted: whole numbers.
    COUNT,
    /// Any number.
    NUMBER,
    /// A fraction, said as percent.
    PERCENT,
    /// A fraction, said as points of a hundred.
    POINTS,
    /// A rate per second, said per minute.
    MINUTE,
    /// A length of time.
    SECONDS,
    /// A time in the video, in seconds.
    SECOND,
    /// A time in the video, as share of its length.
    WHEN,
    /// Something that is done or left.
    FLAG,
    /// A number whose side the sentence says.
    RATE,
    /// A number below or above 0, whose side the sentence says.
    SIGNED
}
