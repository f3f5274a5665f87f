package dev.upswell.server.registry;

import dev.upswell.server.refusal.Refused;
import java.time.Instant;

/// The registry cannot do what was asked, for a reason that the person who asked can act on.
public final class RegistryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private RegistryRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
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
        UNKNOWN_TASK,
        /// There is no alert with this id.
        UNKNOWN_ALERT,
        /// A training would learn nothing new, or is under way.
        NO_RETRAINING
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

    /// No task has this id and is pending.
    public static RegistryRefused unknownTask(String id) {
        return new RegistryRefused(Reason.UNKNOWN_TASK, "There is no pending task " + id + ".",
                "Run \"upswell tasks\" to see which there are.");
    }

    static RegistryRefused unknownAlert(String id) {
        return new RegistryRefused(Reason.UNKNOWN_ALERT, "There is no alert " + id + ".",
                "Run \"upswell alerts\" to see which there are.");
    }

    static RegistryRefused noServingModel(String task) {
        return new RegistryRefused(Reason.NO_RETRAINING, "No model of " + task + " serves yet.",
                "One is trained by itself as soon as there is enough history; \"upswell train\" tries it now.");
    }

    static RegistryRefused nothingNew(String task, Instant until) {
        return new RegistryRefused(Reason.NO_RETRAINING, "Nothing new is known of " + task
                + " since the last training, on data until " + until + ": it would give the same model.",
                "Import newer readings first: \"upswell import FILE\".");
    }

    static RegistryRefused alreadyAsked(String task, String title) {
        return new RegistryRefused(Reason.NO_RETRAINING,
                "A retraining of " + task + " is pending already: " + title + ".",
                "Wait until it is done, or drop it: \"upswell tasks\".");
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
