package dev.upswell.recommend;

/// What a person did with a recommended video.
public enum Reaction {
    SHOWN,
    CLICKED,
    WATCHED,
    LIKED,
    SHARED,
    SAVED,
    HIDDEN
}
