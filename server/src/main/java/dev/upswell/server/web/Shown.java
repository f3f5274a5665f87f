package dev.upswell.server.web;

/// A value as a page shows it: the short text, the exact value one hover away, and a tone of the style sheet.
///
/// @param tone `rise`, `fall`, `muted` or empty
public record Shown(String text, String exact, String tone) {

    /// A value without a tone.
    public static Shown plain(String text, String exact) {
        return new Shown(text, exact, "");
    }

    /// A dash where nothing is known, with the reason one hover away.
    public static Shown absent(String reason) {
        return new Shown("–", reason, "muted");
    }

    /// Whether there is a value.
    public boolean present() {
        return !tone.equals("muted");
    }
}
