package dev.upswell.server.theme;

import dev.upswell.server.refusal.Refused;

/// Something cannot be done with themes, for a reason that the person who asked can act on.
public final class ThemeRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ThemeRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static ThemeRefused unknown(long id) {
        return new ThemeRefused(Kind.UNKNOWN, "There is no theme " + id + ".",
                "See \"upswell themes\" for those that there are.");
    }

    static ThemeRefused label(String label) {
        return new ThemeRefused(Kind.UNUSABLE,
                "The label (" + label + ") must have 1 to 60 characters, with a letter among them.",
                "Write two or three words.");
    }

    static ThemeRefused taken(String label, long theme) {
        return new ThemeRefused(Kind.CONFLICT, "Theme " + theme + " is called " + label + ".",
                "Choose another label, or change that theme's first.");
    }

    static ThemeRefused noText() {
        return new ThemeRefused(Kind.CONFLICT,
                "No version of texts serves here, so there is nothing to find themes in.",
                "Run \"upswell texts run\" first.");
    }
}
