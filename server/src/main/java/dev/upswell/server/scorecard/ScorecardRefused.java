package dev.upswell.server.scorecard;

import dev.upswell.server.refusal.Refused;
import java.time.Instant;
import java.util.List;

/// Something about scorecards cannot be done now, for a reason that the person who asked can act on.
public final class ScorecardRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ScorecardRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static ScorecardRefused busy() {
        return new ScorecardRefused(Kind.CONFLICT, "Creators are being scored.",
                "Wait until it has ended, then try again.");
    }

    static ScorecardRefused creator(String creator) {
        return new ScorecardRefused(Kind.UNKNOWN, "No scorecard is kept of creator " + creator + ".",
                "Run \"upswell score run\", or see \"upswell score creators\" for those that are known.");
    }

    static ScorecardRefused weighting(String name) {
        return new ScorecardRefused(Kind.UNKNOWN, "There is no weighting " + name + ".",
                "See \"upswell score weights\" for those that are kept.");
    }

    static ScorecardRefused weights(List<String> problems) {
        return new ScorecardRefused(Kind.UNUSABLE, String.join(" ", problems),
                "Give a weight from 0 to 1 for each of the 13 indicators; they must add up to 1.");
    }

    static ScorecardRefused action(String id) {
        return new ScorecardRefused(Kind.UNKNOWN, "No playbook was taken up under " + id + ".",
                "See GET /api/v1/scorecards/playbooks for those that were.");
    }

    static ScorecardRefused settled() {
        return new ScorecardRefused(Kind.CONFLICT, "What came of it is known already.",
                "Take the playbook up again for another outcome.");
    }

    static ScorecardRefused takenUp(String title) {
        return new ScorecardRefused(Kind.CONFLICT, "This creator follows the playbook " + title + " already.",
                "Say first what came of it.");
    }

    static ScorecardRefused unknownMeasure(String measure) {
        return new ScorecardRefused(Kind.UNUSABLE, "Nothing is known of " + measure + " of this creator.",
                "Tell its inputs first: an outcome is the change of a measure that is known before and after.");
    }

    static ScorecardRefused notNewer(String measure) {
        return new ScorecardRefused(Kind.UNUSABLE,
                "Nothing newer is known of " + measure + " than when the playbook was taken up.",
                "Give the value of the measure, or wait for newer data.");
    }

    static ScorecardRefused value(String measure, double value) {
        return new ScorecardRefused(Kind.UNUSABLE, measure + " must be from 0 to 1, and is " + value + ".",
                "Rates are fractions.");
    }

    static ScorecardRefused future(Instant asOf, Instant now) {
        return new ScorecardRefused(Kind.UNUSABLE, asOf + " lies in the future: it is " + now + ".",
                "Score as of now or earlier: what is known then cannot be told yet.");
    }

    static ScorecardRefused written(String name) {
        return new ScorecardRefused(Kind.UNUSABLE, "The weighting " + name + " is always there.",
                "Only weightings that were kept can be withdrawn: adopt another one instead.");
    }

    static ScorecardRefused notInForce(String name, String inForce) {
        return new ScorecardRefused(Kind.CONFLICT, "The weighting " + name + " is not in force, " + inForce + " is.",
                "Only what is in force can be withdrawn.");
    }

    static ScorecardRefused link(List<String> problems) {
        return new ScorecardRefused(Kind.UNUSABLE, String.join(" ", problems),
                "Name an advertiser's account, how the names of the ads begin, or * for all.");
    }

    static ScorecardRefused noLink(String creator, Instant since) {
        return new ScorecardRefused(Kind.UNKNOWN, "Nothing was said of ads of " + creator + " as of " + since + ".",
                "See the creator's page for what was.");
    }
}
