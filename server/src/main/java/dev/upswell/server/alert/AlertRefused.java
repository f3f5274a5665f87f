package dev.upswell.server.alert;

import dev.upswell.server.refusal.Refused;

/// Something about alerts cannot be done, for a reason that the person who asked can act on.
public final class AlertRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private AlertRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static AlertRefused unknown(String id) {
        return new AlertRefused(Kind.UNKNOWN, "There is no alert " + id + ".",
                "Run \"upswell alerts\" to see which there are.");
    }
}
