package dev.upswell.server.notify;

import dev.upswell.server.refusal.Refused;
import java.util.function.Supplier;

/// Something about telling people cannot be done, for a reason that the person who asked can act on. Neither line holds an
/// address or a secret.
public final class NotifyRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private NotifyRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    private NotifyRefused(IllegalArgumentException refused) {
        super(refused, "Check what was given.");
        reason = Reason.UNUSABLE;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// What was given cannot be used.
        UNUSABLE,
        /// There is no channel of this name.
        UNKNOWN,
        /// It does not go with what there is.
        CONFLICT
    }

    /// What was given cannot be used.
    public static NotifyRefused unusable(String what, String advice) {
        return new NotifyRefused(Reason.UNUSABLE, what, advice);
    }

    static NotifyRefused unusable(IllegalArgumentException refused) {
        return new NotifyRefused(refused);
    }

    /// What was typed, read.
    ///
    /// **errors** [NotifyRefused] where it cannot be.
    public static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException refused) {
            throw unusable(refused);
        }
    }

    static NotifyRefused unknown(String name) {
        return new NotifyRefused(Reason.UNKNOWN, "there is no channel " + name,
                "The page Agents and the command notices list them all.");
    }

    /// It does not go with what there is.
    public static NotifyRefused conflict(String what, String advice) {
        return new NotifyRefused(Reason.CONFLICT, what, advice);
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
