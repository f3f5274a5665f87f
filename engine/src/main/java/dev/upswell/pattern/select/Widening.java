package dev.upswell.pattern.select;

/// What is done about lengths with fewer videos than are wanted.
public enum Widening {
    /// Nothing.
    NONE,
    /// All videos of the range are looked at, then those before and after it, day by day.
    DATES,
    /// The same, then hashtags that often stand beside the one that was asked for lend videos.
    HASHTAGS
}
