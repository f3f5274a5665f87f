package dev.upswell.server.access;

import dev.upswell.server.refusal.Refused;

/// Something about people or tokens cannot be done, for a reason that the person who asked can act on. Neither line holds a secret.
public final class AccessRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private AccessRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// What was given cannot be used.
        UNUSABLE,
        /// There is nobody and nothing of this name.
        UNKNOWN,
        /// There is one of this name already.
        TAKEN
    }

    static AccessRefused unusable(String what, String advice) {
        return new AccessRefused(Reason.UNUSABLE, what, advice);
    }

    static AccessRefused name(String name) {
        return unusable("\"" + name + "\" cannot be a person's name.",
                "Use 1 to 63 lower-case letters, digits and . _ @ -, beginning with a letter or digit.");
    }

    static AccessRefused unknown(String what, String advice) {
        return new AccessRefused(Reason.UNKNOWN, what, advice);
    }

    static AccessRefused taken(String what, String advice) {
        return new AccessRefused(Reason.TAKEN, what, advice);
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
