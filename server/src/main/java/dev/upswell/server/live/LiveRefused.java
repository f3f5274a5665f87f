package dev.upswell.server.live;

import dev.upswell.server.refusal.Refused;

/// Something of live collecting cannot be done, for a reason that the person who asked can act on.
///
/// Neither line ever holds a key.
public final class LiveRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private LiveRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    private LiveRefused(IllegalArgumentException refused) {
        super(refused, "Check what was given.");
        reason = Reason.UNUSABLE;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// What is asked for is none that can be.
        UNUSABLE,
        /// It does not exist.
        UNKNOWN,
        /// The same work is running, or it exists already.
        CONFLICT
    }

    /// What is asked for is none that can be.
    public static LiveRefused unusable(String what, String advice) {
        return new LiveRefused(Reason.UNUSABLE, what, advice);
    }

    /// The same with the two lines of a refused value.
    public static LiveRefused unusable(IllegalArgumentException refused) {
        return new LiveRefused(refused);
    }

    /// It does not exist.
    public static LiveRefused unknown(String what, String advice) {
        return new LiveRefused(Reason.UNKNOWN, what, advice);
    }

    /// The same work is running, or it exists already.
    public static LiveRefused conflict(String what, String advice) {
        return new LiveRefused(Reason.CONFLICT, what, advice);
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
