package dev.upswell.server.scorecard;

import dev.upswell.server.refusal.Refused;
import java.util.List;

/// Something about scorecards cannot be done now, for a reason that the person who asked can act on.
public final class ScorecardRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private ScorecardRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// What is named does not exist.
        UNKNOWN,
        /// What was brought cannot be used.
        UNUSABLE,
        /// It does not go with the present state.
        CONFLICT
    }

    static ScorecardRefused busy() {
        return new ScorecardRefused(Reason.CONFLICT, "Creators are being scored.",
                "Wait until it has ended, then try again.");
    }

    static ScorecardRefused creator(String creator) {
        return new ScorecardRefused(Reason.UNKNOWN, "No scorecard is kept of creator " + creator + ".",
                "Run \"upswell score run\", or see \"upswell score creators\" for those that are known.");
    }

    static ScorecardRefused weighting(String name) {
        return new ScorecardRefused(Reason.UNKNOWN, "There is no weighting " + name + ".",
                "See \"upswell score weights\" for those that are kept.");
    }

    static ScorecardRefused weights(List<String> problems) {
        return new ScorecardRefused(Reason.UNUSABLE, String.join(" ", problems),
                "Give a weight from 0 to 1 for each of the 13 indicators; they must add up to 1.");
    }

    static ScorecardRefused action(String id) {
        return new ScorecardRefused(Reason.UNKNOWN, "No playbook was taken up under " + id + ".",
                "See GET /api/v1/scorecards/playbooks for those that were.");
    }

    static ScorecardRefused settled() {
        return new ScorecardRefused(Reason.CONFLICT, "What came of it is known already.",
                "Take the playbook up again for another outcome.");
    }

    static ScorecardRefused takenUp(String title) {
        return new ScorecardRefused(Reason.CONFLICT, "This creator follows the playbook " + title + " already.",
                "Say first what came of it.");
    }

    static ScorecardRefused unknownMeasure(String measure) {
        return new ScorecardRefused(Reason.UNUSABLE, "Nothing is known of " + measure + " of this creator.",
                "Tell its inputs first: an outcome is the change of a measure that is known before and after.");
    }

    static ScorecardRefused notNewer(String measure) {
        return new ScorecardRefused(Reason.UNUSABLE,
                "Nothing newer is known of " + measure + " than when the playbook was taken up.",
                "Give the value of the measure, or wait for newer data.");
    }

    static ScorecardRefused value(String measure, double value) {
        return new ScorecardRefused(Reason.UNUSABLE, measure + " must be from 0 to 1, and is " + value + ".",
                "Rates are fractions.");
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
