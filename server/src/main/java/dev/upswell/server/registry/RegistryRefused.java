package dev.upswell.server.registry;

/// The registry cannot do what was asked, for a reason that the person who asked can act on.
///
/// The message has two lines: what, then what to do about it.
public final class RegistryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String what;

    private RegistryRefused(Reason reason, String what, String advice) {
        super(what + "\n" + advice);
        this.reason = reason;
        this.what = what;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// There is no model with this id.
        UNKNOWN_MODEL,
        /// No model served before this one.
        NO_EARLIER_MODEL,
        /// The model is not where this can be done to it.
        WRONG_STATE,
        /// There is no pending task with this id.
        UNKNOWN_TASK
    }

    static RegistryRefused unknownModel(String id) {
        return new RegistryRefused(Reason.UNKNOWN_MODEL, "There is no model " + id + ".",
                "Run \"upswell models list\" to see which there are.");
    }

    static RegistryRefused noEarlierModel(String id) {
        return new RegistryRefused(Reason.NO_EARLIER_MODEL, "No model served before " + id + ".",
                "Promote the model that is to serve: \"upswell models promote ID\".");
    }

    static RegistryRefused notAwaiting(String id, ModelState state) {
        return new RegistryRefused(Reason.WRONG_STATE, "Model " + id + " does not await approval: it is " + state + ".",
                "Promote it by hand if it is to serve: \"upswell models promote ID\".");
    }

    static RegistryRefused notChallenging(String id, ModelState state) {
        return new RegistryRefused(Reason.WRONG_STATE, "Model " + id + " is not on its way to serve: it is " + state + ".",
                "Only models in shadow or awaiting approval can be refused.");
    }

    static RegistryRefused unknownTask(String id) {
        return new RegistryRefused(Reason.UNKNOWN_TASK, "There is no pending task " + id + ".",
                "Run \"upswell tasks\" to see which there are.");
    }

    /// What cannot be done, in one sentence.
    public String what() {
        return what;
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
