package dev.upswell.server.event;

/// What jobs and events count, behind its number: one task, two tasks.
public final class Counted {

    private Counted() {
    }

    /// The name of what was counted, as it is said of so many.
    ///
    /// @param plural in English, such as `entities`; what is no noun, such as `refused`, stays as it is
    public static String named(long count, String plural) {
        if (count != 1 || !plural.endsWith("s") || plural.endsWith("ss")) {
            return plural;
        }
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        boolean hissing = plural.matches(".*(ch|sh|ss|x)es");
        return plural.substring(0, plural.length() - (hissing ? 2 : 1));
    }
}
