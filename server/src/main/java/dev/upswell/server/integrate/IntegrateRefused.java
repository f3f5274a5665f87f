package dev.upswell.server.integrate;

import dev.upswell.server.refusal.Refused;

/// Something about trackers cannot be done, for a reason that the person who asked can act on. Neither line holds a token.
public final class IntegrateRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private IntegrateRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    /// What was given cannot be used.
    static IntegrateRefused unusable(String what, String advice) {
        return new IntegrateRefused(Kind.UNUSABLE, what, advice);
    }

    static IntegrateRefused unknown(String name) {
        return new IntegrateRefused(Kind.UNKNOWN, "There is no connection " + name + ".",
                "The page Connections and the command trackers list them all.");
    }

    static IntegrateRefused conflict(String what, String advice) {
        return new IntegrateRefused(Kind.CONFLICT, what, advice);
    }
}
