package dev.upswell.server.contest;

import dev.upswell.server.refusal.Refused;

/// Something about trials, values or rankers cannot be done, for a reason that the person who asked can act on.
public final class ContestRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String TRIALS = "See \"upswell recommend trials list\" for those that there are.";

    private ContestRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    private ContestRefused(IllegalArgumentException refused) {
        super(refused, "Mend it and try again.");
    }

    /// A value that was refused, in its own two lines.
    public static ContestRefused value(IllegalArgumentException refused) {
        return new ContestRefused(refused);
    }

    static ContestRefused number(String name, String text) {
        return new ContestRefused(Kind.UNUSABLE, "This is no number above 0: " + name + " " + text + ".",
                "Write it like 0.5.");
    }

    static ContestRefused name(String name) {
        return new ContestRefused(Kind.UNUSABLE, "A trial cannot be called " + name + ".",
                "Use up to 100 lower-case letters, digits and hyphens, a letter first.");
    }

    static ContestRefused twice(String name) {
        return new ContestRefused(Kind.CONFLICT, "There was a trial " + name + " already.", "Choose another name.");
    }

    static ContestRefused running(String name) {
        return new ContestRefused(Kind.CONFLICT, "Trial " + name + " runs: two at once would mix.",
                "End it first with \"upswell recommend trials end " + name + "\".");
    }

    static ContestRefused alike(String name) {
        return new ContestRefused(Kind.UNUSABLE, "Both configurations of the trial are " + name + ".",
                "Name two, --a and --b.");
    }

    static ContestRefused noConfiguration(String name) {
        return new ContestRefused(Kind.UNKNOWN, "There is no active or waiting configuration " + name + ".",
                "Add it with \"upswell recommend configurations add " + name + "\".");
    }

    static ContestRefused neverWas(String name) {
        return new ContestRefused(Kind.UNKNOWN, "There is no configuration " + name + ".",
                "See \"upswell recommend configurations list\" for those that there are.");
    }

    static ContestRefused noTrial(String name) {
        return new ContestRefused(Kind.UNKNOWN, "There is no trial " + name + ".", TRIALS);
    }

    static ContestRefused ended(String name) {
        return new ContestRefused(Kind.CONFLICT, "Trial " + name + " has ended.", TRIALS);
    }

    static ContestRefused undecided(String name, TrialVerdict verdict) {
        return new ContestRefused(Kind.CONFLICT, "Nobody won trial " + name + ": " + verdict.says() + ".",
                "Let it run on, or end it and keep what serves.");
    }

    static ContestRefused promotedAlready(String name) {
        return new ContestRefused(Kind.CONFLICT, "The winner of trial " + name + " was promoted already.", TRIALS);
    }

    static ContestRefused interleaved(String ranker) {
        return new ContestRefused(Kind.CONFLICT,
                "Ranker " + ranker + " won by interleaving, which tells an order and no size.",
                "Begin an A/B trial of the same two configurations.");
    }
}
