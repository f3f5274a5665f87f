package dev.upswell.server.collect.json;

import tools.jackson.core.JacksonException;

/// What a JSON parser complains about, in one short line.
public final class JsonComplaint {

    private static final int LENGTH = 160;

    /// All that JSON could have held instead, which helps nobody who looks for one wrong character.
    private static final String LISTING = ":? ?(was expecting|expected)( a valid value)? \\(JSON .*";

    private JsonComplaint() {
    }

    public static String of(JacksonException complaint) {
        String message = complaint.getOriginalMessage().replaceFirst("\\s*\\(?(start marker )?at \\[Source:.*", "")
                .replaceAll("\\s+", " ").replaceFirst(LISTING, "");
        String where = complaint.getLocation() == null ? "" : " (column " + complaint.getLocation().getColumnNr() + ")";
        return (message.length() > LENGTH ? message.substring(0, LENGTH) + "…" : message) + where;
    }
}
