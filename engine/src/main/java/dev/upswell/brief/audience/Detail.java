package dev.upswell.brief.audience;

/// How much of what is known a brief tells: whoever sets it takes the most that fits its pages.
public enum Detail {
    /// All that two pages could ever hold.
    FULL,
    /// What two pages hold where sentences are short.
    AMPLE,
    /// What two pages hold with findings as a picture.
    MEDIUM,
    /// What two pages hold nearly always, with findings as a picture.
    DRAWN,
    /// What two pages hold always.
    USUAL
}
