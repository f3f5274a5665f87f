package dev.upswell.theme;

/// What became of a theme in a run.
public sealed interface ThemeChange {

    /// The theme it is told of.
    long theme();

    /// It is new.
    record Begun(long theme) implements ThemeChange {
    }

    /// Part of it became a theme of its own.
    record Split(long theme, long into) implements ThemeChange {
    }

    /// It became part of another.
    record Merged(long theme, long into) implements ThemeChange {
    }

    /// It had no caption for too long.
    record Ended(long theme) implements ThemeChange {
    }

    /// Its label no longer fitted.
    record Renamed(long theme, String from, String to) implements ThemeChange {
    }
}
