package dev.upswell.server.vigil;

import dev.upswell.server.refusal.Refused;

/// Something about alert rules cannot be done, for a reason that the person who asked can act on.
public final class VigilRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private VigilRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static VigilRefused unknown(String id) {
        return new VigilRefused(Kind.UNKNOWN, "There is no alert rule " + id + ".",
                "Run \"upswell alerts rules\" to see which there are.");
    }

    static VigilRefused named(String name) {
        return new VigilRefused(Kind.CONFLICT, "There is an alert rule " + name + " already.",
                "Give the new one another name, or change that one.");
    }

    static VigilRefused full(int most) {
        return new VigilRefused(Kind.CONFLICT, "There are " + most + " alert rules, as many as there can be.",
                "Remove one; a rule may ask several things at once.");
    }

    static VigilRefused tooMany(int most) {
        return new VigilRefused(Kind.UNUSABLE, "More than " + most + " rows would have to be looked at.",
                "Ask for more at once, such as a higher number, or of fewer things.");
    }

    /// What cannot be read or cannot be.
    public static VigilRefused unusable(IllegalArgumentException refused) {
        String[] lines = String.valueOf(refused.getMessage()).split("\n", 2);
        return new VigilRefused(Kind.UNUSABLE, lines[0],
                lines.length > 1 ? lines[1] : "Conditions are listed on the page Docs under alerts.");
    }
}
