package dev.upswell.server.registry;

import dev.upswell.server.refusal.Refused;
import java.time.Instant;

/// The registry cannot do what was asked, for a reason that the person who asked can act on.
public final class RegistryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private RegistryRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static RegistryRefused unknownModel(String id) {
        return new RegistryRefused(Kind.UNKNOWN, "There is no model " + id + ".",
                "Run \"upswell models list\" to see which there are.");
    }

    static RegistryRefused noEarlierModel(String id) {
        return new RegistryRefused(Kind.CONFLICT, "No model served before " + id + ".",
                "Promote the model that is to serve: \"upswell models promote ID\".");
    }

    static RegistryRefused notAwaiting(String id, ModelState state) {
        return new RegistryRefused(Kind.CONFLICT, "Model " + id + " does not await approval: it is " + state + ".",
                "Promote it by hand if it is to serve: \"upswell models promote ID\".");
    }

    static RegistryRefused notChallenging(String id, ModelState state) {
        return new RegistryRefused(Kind.CONFLICT, "Model " + id + " is not on its way to serve: it is " + state + ".",
                "Only models in shadow or awaiting approval can be refused.");
    }

    /// No task has this id and is pending.
    public static RegistryRefused unknownTask(String id) {
        return new RegistryRefused(Kind.UNKNOWN, "There is no pending task " + id + ".",
                "Run \"upswell tasks\" to see which there are.");
    }

    static RegistryRefused notOpen(String id) {
        return new RegistryRefused(Kind.UNKNOWN, "There is no task " + id + " that a person can accept.",
                "Open ones can be accepted but for retrainings, which the loop takes up; run \"upswell tasks\" to see which there are.");
    }

    static RegistryRefused noServingModel(String task) {
        return new RegistryRefused(Kind.CONFLICT, "No model of " + task + " serves yet.",
                "One is trained by itself as soon as there is enough history; \"upswell train\" tries it now.");
    }

    static RegistryRefused nothingNew(String task, Instant until) {
        return new RegistryRefused(Kind.CONFLICT, "Nothing new is known of " + task
                + " since the last training, on data until " + until + ": it would give the same model.",
                "Import newer readings first: \"upswell import FILE\".");
    }

    static RegistryRefused alreadyAsked(String task, String title) {
        return new RegistryRefused(Kind.CONFLICT,
                "A retraining of " + task + " is pending already: " + title + ".",
                "Wait until it is done, or drop it: \"upswell tasks\".");
    }
}
