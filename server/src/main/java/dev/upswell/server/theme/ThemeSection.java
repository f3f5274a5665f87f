package dev.upswell.server.theme;

/// A section that another slice adds to the page of a theme.
public interface ThemeSection {

    /// The template whose fragment `section(view)` shows it.
    String template();

    /// What that fragment is given.
    Object view(long theme);
}
