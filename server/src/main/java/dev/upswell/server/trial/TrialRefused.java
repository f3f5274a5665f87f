package dev.upswell.server.trial;

import dev.upswell.server.refusal.Refused;
import java.time.Instant;

/// A trial cannot be begun, gone on with or found, for a reason that the person who asked can act on.
public final class TrialRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private TrialRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    /// A value that was refused, in its own two lines.
    static TrialRefused value(IllegalArgumentException refused) {
        String[] lines = String.valueOf(refused.getMessage()).split("\n", 2);
        return new TrialRefused(Kind.UNUSABLE, lines[0], lines.length > 1 ? lines[1] : "Mend it and try again.");
    }

    /// A number that is none.
    public static TrialRefused number(String name, String text) {
        return new TrialRefused(Kind.UNUSABLE, name + " (" + text + ") is not a number.",
                "Write it with digits and a point, for example 0.052.");
    }

    static TrialRefused missing(String name) {
        return new TrialRefused(Kind.UNUSABLE, name + " is missing.", "Give it and try again.");
    }

    static TrialRefused length() {
        return new TrialRefused(Kind.UNUSABLE, "Videos of unknown length cannot be asked for in a trial.",
                "Choose the length to film: up_to_15, up_to_30, up_to_60, up_to_90 or up_to_120.");
    }

    static TrialRefused feature(String name) {
        return new TrialRefused(Kind.UNUSABLE, "There is no creative choice called " + name + ".",
                "See docs/creative-features.md for the names of choices; context and outcomes cannot be tried.");
    }

    static TrialRefused unknown(String id) {
        return new TrialRefused(Kind.UNKNOWN, "There is no trial " + id + ".",
                "See \"upswell trials list\" for those that there are.");
    }

    static TrialRefused ended(String name) {
        return new TrialRefused(Kind.CONFLICT, "The trial " + name + " has ended.",
                "Begin another one: what comes later does not change a verdict.");
    }

    static TrialRefused otherArm(String video, String arm) {
        return new TrialRefused(Kind.CONFLICT, "The video " + video + " is in the " + arm + " arm already.",
                "What was asked for cannot be changed afterwards; end the trial and begin another one if it was wrong.");
    }

    static TrialRefused posted(String video) {
        return new TrialRefused(Kind.UNUSABLE, "Nobody knows when the video " + video + " was posted.",
                "Say when, for example 2026-03-01T18:00:00Z.");
    }

    static TrialRefused creator(String video) {
        return new TrialRefused(Kind.UNUSABLE, "Nobody knows whose the video " + video + " is.",
                "Name its creator: compliance is told by creator.");
    }

    static TrialRefused noReport(String id) {
        return new TrialRefused(Kind.UNKNOWN, "No report " + id + " was made for a test of formats.",
                "See the page Report formats for those that were; leave the report out for one that is not kept.");
    }

    static TrialRefused toldReport(String id) {
        return new TrialRefused(Kind.CONFLICT, "What came of the report " + id + " was told already.",
                "Each report counts once; make another one for the creator's next video.");
    }

    static TrialRefused noFormat() {
        return new TrialRefused(Kind.CONFLICT, "Every format of reports failed: there is none to deal.",
                "Make the report outside of a test.");
    }

    static TrialRefused future(String video, Instant posted) {
        return new TrialRefused(Kind.UNUSABLE,
                "The video " + video + " is said to be posted in the future, " + posted + ".",
                "Add it when it is posted.");
    }

    static TrialRefused early(String video, Instant due) {
        return new TrialRefused(Kind.UNUSABLE,
                "The video " + video + " is seven days old on " + due + " only: its rate is not known yet.",
                "Add it without a rate, and tell the rate then.");
    }
}
