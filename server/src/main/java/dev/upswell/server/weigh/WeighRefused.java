package dev.upswell.server.weigh;

import dev.upswell.server.refusal.Refused;
import java.time.Instant;

/// Weights cannot be learnt, or are not there, for a reason that the person who asked can act on.
public final class WeighRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private WeighRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static WeighRefused busy() {
        return new WeighRefused(Kind.CONFLICT, "Weights are being learnt.",
                "Wait until that has ended, then try again.");
    }

    static WeighRefused future(Instant asOf, Instant now) {
        return new WeighRefused(Kind.UNUSABLE, asOf + " lies in the future: it is " + now + ".",
                "Learn as of now or earlier: what is known then cannot be told yet.");
    }

    static WeighRefused unknown(String id) {
        return new WeighRefused(Kind.UNKNOWN, "No weights were learnt under " + id + ".",
                "See \"upswell weights list\" for those that were.");
    }

    static WeighRefused notLearnt(String id, String state) {
        return new WeighRefused(Kind.CONFLICT, "There are no weights to adopt under " + id + ": it is " + state + ".",
                "See \"upswell weights list\" for those that were learnt.");
    }
}
