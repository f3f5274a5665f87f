package dev.upswell.server.fyp;

import java.util.Locale;

/// What a score rests on.
enum Basis {
    /// What was read and told by the mark: it stays, alarms and tasks rest on it, and so does what is learnt.
    KNOWN("video_score"),
    /// At a day, with everything that owners were told since: it changes as more is told.
    SETTLED("settled_score");

    private final String table;

    Basis(String table) {
        this.table = table;
    }

    /// The table of its scores.
    String table() {
        return table;
    }

    /// How it is written in table `video_measure`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
