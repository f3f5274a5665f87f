package dev.upswell.server.access.oidc;

/// Somebody came from the provider and is not let in. The message is for the log, and holds neither a code nor a token.
public final class NotRecognised extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    NotRecognised(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// Why.
    public enum Reason {
        /// The way there and back was not begun in this browser, took too long, or was gone before.
        STALE,
        /// The provider did not let them in.
        DENIED,
        /// The provider does not answer, or not as one.
        AWAY,
        /// What the provider says cannot be believed.
        UNTRUE,
        /// No group of theirs has a role here.
        NO_ROLE
    }

    /// Why.
    public Reason reason() {
        return reason;
    }
}
