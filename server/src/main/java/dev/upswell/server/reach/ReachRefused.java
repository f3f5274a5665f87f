package dev.upswell.server.reach;

import dev.upswell.server.refusal.Refused;

/// Reach cannot be foretold or judged now, for a reason that the person who asked can act on.
public final class ReachRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private ReachRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// The same work is running for this tenant.
        BUSY,
        /// Too few videos were watched long enough.
        TOO_LITTLE_DATA,
        /// No model was trained yet.
        NO_MODEL
    }

    static ReachRefused busy() {
        return new ReachRefused(Reason.BUSY, "Reach is being worked on.", "Wait until it has ended, then try again.");
    }

    static ReachRefused tooLittleData(int least) {
        return new ReachRefused(Reason.TOO_LITTLE_DATA, "Fewer than " + least
                + " videos have readings around 24 hours after posting, or one a week or more after it.",
                "Import videos with their readings, or let them be watched for longer.");
    }

    static ReachRefused noRecentVideos() {
        return new ReachRefused(Reason.TOO_LITTLE_DATA,
                "Fewer than 30 outcomes of videos were known in the 30 days before that time.",
                "Choose a time nearer to the last readings, or import newer ones.");
    }

    static ReachRefused nothingToJudge() {
        return new ReachRefused(Reason.TOO_LITTLE_DATA, "No video of that time can be judged.",
                "Choose a range that leaves enough earlier videos to learn from.");
    }

    static ReachRefused noModel() {
        return new ReachRefused(Reason.NO_MODEL, "No reach model has been trained yet.",
                "Run \"upswell reach train\" first.");
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
