package dev.upswell.server.agent;

import dev.upswell.server.refusal.Refused;

/// Something of the agents cannot be done, for a reason that the person who asked can act on.
public final class AgentRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private AgentRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    private AgentRefused(IllegalArgumentException refused) {
        super(refused, "Check what was given.");
        reason = Reason.UNUSABLE;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// What is asked for is none that can be.
        UNUSABLE,
        /// It does not exist.
        UNKNOWN,
        /// The same work is running, or it cannot be done yet.
        CONFLICT
    }

    static AgentRefused unusable(IllegalArgumentException refused) {
        return new AgentRefused(refused);
    }

    static AgentRefused unusable(String what, String advice) {
        return new AgentRefused(Reason.UNUSABLE, what, advice);
    }

    static AgentRefused unknown(String job) {
        return new AgentRefused(Reason.UNKNOWN, "There is no job " + job + ".",
                "The page Agents and the command agents list them all.");
    }

    static AgentRefused later(String job) {
        return new AgentRefused(Reason.CONFLICT, "The work of " + job + " comes with a later capability.",
                "Its cadence can be set already; nothing runs by it yet.");
    }

    static AgentRefused running(String job) {
        return new AgentRefused(Reason.CONFLICT, "The job " + job + " is running.",
                "Wait until it has ended; what it does is what was asked for.");
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
