package dev.upswell.server.vault;

import dev.upswell.server.refusal.Refused;

/// Something about secrets cannot be done, for a reason that the person who asked can act on. Neither line holds a secret.
public final class VaultRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private VaultRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// What was given cannot be a secret.
        UNUSABLE,
        /// There is no secret of this name.
        UNKNOWN,
        /// The master key is not there, or does not fit.
        LOCKED
    }

    /// What was given cannot be a secret.
    public static VaultRefused unusable(String what, String advice) {
        return new VaultRefused(Reason.UNUSABLE, what, advice);
    }

    /// There is no secret of this name.
    public static VaultRefused unknown(String what, String advice) {
        return new VaultRefused(Reason.UNKNOWN, what, advice);
    }

    /// The master key is not there, or does not fit.
    public static VaultRefused locked(String what, String advice) {
        return new VaultRefused(Reason.LOCKED, what, advice);
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
