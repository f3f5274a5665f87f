package dev.upswell.server.act;

import dev.upswell.server.refusal.Refused;

/// Something about what is to be done cannot be done, for a reason that the person who asked can act on.
public final class ActRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ActRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static ActRefused unknown(String id) {
        return new ActRefused(Kind.UNKNOWN, "There is nothing to be done with the id " + id + ".",
                "The page Actions and the command actions list it all.");
    }

    static ActRefused closed() {
        return new ActRefused(Kind.CONFLICT, "It is closed.",
                "What was closed is not opened again; it can be commented.");
    }

    static ActRefused notTaken(String why) {
        return new ActRefused(Kind.CONFLICT, why, "Say who does it instead.");
    }

    static ActRefused empty() {
        return new ActRefused(Kind.UNUSABLE, "A comment must say something.", "Write a sentence.");
    }
}
