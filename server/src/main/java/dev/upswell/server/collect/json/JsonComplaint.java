package dev.upswell.server.collect.json;

import tools.jackson.core.JacksonException;

/// What a JSON parser complains about, in one short line.
public final class JsonComplaint {

    private static final int LENGTH = 160;

    private JsonComplaint() {
    }

    public static String of(JacksonException complaint) {
        String message = complaint.getOriginalMessage().replaceFirst("\\s*\\(?(start marker )?at \\[Source:.*", "")
                .replaceAll("\\s+", " ");
        String where = complaint.getLocation() == null ? "" : " (column " + complaint.getLocation().getColumnNr() + ")";
        return (message.length() > LENGTH ? message.substring(0, LENGTH) + "…" : message) + where;
    }
}
