package dev.upswell.server.plan;

import dev.upswell.server.refusal.Refused;
import java.time.Instant;

/// Something cannot be planned, for a reason that the person who asked can act on.
public final class PlanRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private PlanRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    /// A value that was refused, in its own two lines.
    static PlanRefused value(IllegalArgumentException refused) {
        String[] lines = String.valueOf(refused.getMessage()).split("\n", 2);
        return new PlanRefused(Kind.UNUSABLE, lines[0], lines.length > 1 ? lines[1] : "Mend it and try again.");
    }

    /// A time zone that is none.
    public static PlanRefused zone(String name) {
        return new PlanRefused(Kind.UNUSABLE, "There is no time zone " + name + ".",
                "Name one by region and city, for example Asia/Jakarta.");
    }

    static PlanRefused time(String name, String text) {
        return new PlanRefused(Kind.UNUSABLE, name + " (" + text + ") is no time.",
                "Write it as 2026-03-09T18:00, or in UTC with a Z at the end.");
    }

    static PlanRefused noAccounts() {
        return new PlanRefused(Kind.CONFLICT, "There is no account to plan for.",
                "Add one with how often it can post, on the page Planner or with \"upswell plan accounts\".");
    }

    static PlanRefused account(String handle) {
        return new PlanRefused(Kind.UNKNOWN, "The planner has no account " + handle + ".",
                "Add it with how often it can post.");
    }

    static PlanRefused unknown(String id) {
        return new PlanRefused(Kind.UNKNOWN, "There is no planned slot " + id + ".",
                "See the page Planner for those that there are.");
    }

    static PlanRefused over(Instant at) {
        return new PlanRefused(Kind.CONFLICT, "That time is over: " + at + ".", "Choose a time to come.");
    }

    static PlanRefused far(Instant at, int weeks) {
        return new PlanRefused(Kind.UNUSABLE, "That time is too far ahead: " + at + ".",
                "Plan at most " + weeks + " weeks ahead: what hours bring changes.");
    }

    static PlanRefused near(String account, Instant other) {
        return new PlanRefused(Kind.CONFLICT, "@" + account + " posts at " + other + ", less than six hours from then.",
                "Keep six hours between two posts of an account.");
    }

    static PlanRefused together(String account, Instant other) {
        return new PlanRefused(Kind.CONFLICT, "@" + account + " posts at " + other + ", less than an hour from then.",
                "Let no two accounts post in the same hour.");
    }

    static PlanRefused state(String state, String wanted) {
        return new PlanRefused(Kind.CONFLICT, "A slot that is " + state + " cannot be " + wanted + ".",
                "Look at the page Planner again: somebody may have been faster.");
    }

    static PlanRefused text() {
        return new PlanRefused(Kind.UNUSABLE, "It is not said what to post.", "Write it in a few words.");
    }

    static PlanRefused link(String link) {
        return new PlanRefused(Kind.UNUSABLE, "\"" + link + "\" is no page of this site.",
                "Give what stands in the address after the host, such as /patterns.");
    }

    static PlanRefused video() {
        return new PlanRefused(Kind.UNUSABLE, "It is not said which video was posted.", "Give its id.");
    }
}
