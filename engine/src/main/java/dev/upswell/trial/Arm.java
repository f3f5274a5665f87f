package dev.upswell.trial;

import java.util.Locale;

/// What the maker of a video was asked for.
public enum Arm {
    /// To do what the pattern says.
    TEST,
    /// To make it as usual.
    CONTROL;

    /// The word for it in files, requests and tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
