package dev.upswell.server.collect.row;

import dev.upswell.server.comply.ContactText;
import dev.upswell.server.comply.Findings;

/// Beginnings of raw rows, short enough to keep by the thousand and free of what a database refuses.
public final class Excerpts {

    /// Characters that an excerpt keeps.
    public static final int LENGTH = 300;
    private static final int SEEN = 2 * LENGTH;

    private Excerpts() {
    }

    /// The beginning of a text, on one line and without contacts.
    public static String of(String raw) {
        // Cut twice, so that no contact is cut in half before it is seen.
        String whole = ContactText.cleaned(raw.length() > SEEN ? raw.substring(0, SEEN) : raw, new Findings());
        String cut = whole.length() > LENGTH ? whole.substring(0, LENGTH) + "…" : whole;
        return storable(cut.replace('\n', ' ').replace('\r', ' '));
    }

    /// The text without what UTF-8 and PostgreSQL cannot hold: halves of surrogate pairs and NUL become U+FFFD.
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
