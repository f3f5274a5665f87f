package dev.upswell.server.session;

import dev.upswell.server.refusal.Refused;

/// Something about sessions cannot be done, for a reason that the person who asked can act on. Neither line holds a secret.
public final class SessionRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private SessionRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// What was given cannot be used.
        UNUSABLE,
        /// There is no such session.
        UNKNOWN,
        /// The session, or this machine, is not in a state for it.
        CONFLICT
    }

    /// What was given cannot be used.
    public static SessionRefused unusable(String what, String advice) {
        return new SessionRefused(Reason.UNUSABLE, what, advice);
    }

    /// There is no such session.
    public static SessionRefused unknown(String what, String advice) {
        return new SessionRefused(Reason.UNKNOWN, what, advice);
    }

    /// The session, or this machine, is not in a state for it.
    public static SessionRefused conflict(String what, String advice) {
        return new SessionRefused(Reason.CONFLICT, what, advice);
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
