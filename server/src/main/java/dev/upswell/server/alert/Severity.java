package dev.upswell.server.alert;

import java.util.Locale;

/// How pressing an alert is.
public enum Severity {
    /// Good to know.
    INFO,
    /// Somebody should look.
    WARNING,
    /// Somebody should look now: what asks for it goes out in quiet hours too.
    URGENT;

    /// How it is written in answers and addresses, such as `urgent`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
