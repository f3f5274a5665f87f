package dev.upswell.server.narrative;

import java.util.List;
import java.util.Locale;

/// For what narratives are made by themselves.
///
/// @param entities of each kind, those that move most
/// @param namedFrom followers from which collected creators are named; 0 names all
/// @param languages in which they are written, English or Indonesian; the first is shown where none is asked for
public record NarrativeSettings(int entities, long namedFrom, List<Locale> languages) {

    public NarrativeSettings {
        languages = List.copyOf(languages);
        if (entities < 0 || namedFrom < 0 || languages.isEmpty()) {
            throw new IllegalArgumentException(
                    "settings (" + entities + " entities, named from " + namedFrom + ", " + languages
                            + ") must have a language\nMaybe use the usual ones.");
        }
    }

    /// Ten of each kind, in both languages; public figures are named.
    public static NarrativeSettings usual() {
        return new NarrativeSettings(10, 10_000, List.of(Locale.of("en"), Locale.of("id")));
    }
}
