package dev.upswell.server.exchange;

import dev.upswell.server.refusal.Refused;

/// A model cannot be taken out or brought in, for a reason that the person who asked can act on.
///
/// Neither line ever holds a password or a token.
public final class ExchangeRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private ExchangeRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    private ExchangeRefused(Reason reason, IllegalArgumentException refused, String usualAdvice) {
        super(refused, usualAdvice);
        this.reason = reason;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// The file is none that can be brought in.
        UNUSABLE_FILE,
        /// The model cannot be written in this form.
        NOT_WRITABLE,
        /// The same work is running.
        BUSY,
        /// It is not said where to push to, or not in a way that is understood.
        NO_TARGET,
        /// The other server does not do its part.
        OTHER_SERVER
    }

    /// The file is none that can be brought in.
    public static ExchangeRefused unusable(String what, String advice) {
        return new ExchangeRefused(Reason.UNUSABLE_FILE, what, advice);
    }

    /// The same with the two lines of a refusal of the engine.
    static ExchangeRefused unusable(IllegalArgumentException refused) {
        return new ExchangeRefused(Reason.UNUSABLE_FILE, refused, "Take it from its source again.");
    }

    static ExchangeRefused notWritable(IllegalArgumentException refused) {
        return new ExchangeRefused(Reason.NOT_WRITABLE, refused, "Take it out in Upswell's own format.");
    }

    /// The same work is running.
    public static ExchangeRefused busy() {
        return new ExchangeRefused(Reason.BUSY, "Another push is running.", "Wait until it has ended, then try again.");
    }

    /// It is not said where to push to, or not in a way that is understood.
    public static ExchangeRefused noTarget(String what, String advice) {
        return new ExchangeRefused(Reason.NO_TARGET, what, advice);
    }

    /// The other server does not do its part.
    public static ExchangeRefused otherServer(String what, String advice) {
        return new ExchangeRefused(Reason.OTHER_SERVER, what, advice);
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
