package dev.upswell.server.live;

/// Something of live collecting cannot be done, for a reason that the person who asked can act on.
///
/// The message has two lines: what, then what to do about it. Neither ever holds a key.
public final class LiveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String what;
    private final String advice;

    private LiveRefused(Reason reason, String what, String advice) {
        super(what + "\n" + advice);
        this.reason = reason;
        this.what = what;
        this.advice = advice;
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
        String[] lines = String.valueOf(refused.getMessage()).split("\n", 2);
        return unusable(lines[0], lines.length > 1 ? lines[1] : "Check what was given.");
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

    /// What cannot be done, in one sentence.
    public String what() {
        return what;
    }

    /// What to do about it, in one sentence.
    public String advice() {
        return advice;
    }
}
