package dev.upswell.plan;

import java.util.List;

/// Proposals for a week, and what found no place.
///
/// @param proposals in order of time
/// @param unfilled by account, those with everything filled left out
public record WeekPlan(List<Proposal> proposals, List<Unfilled> unfilled) {

    public WeekPlan {
        proposals = List.copyOf(proposals);
        unfilled = List.copyOf(unfilled);
    }

    /// Posts of an account for which no hour was left.
    ///
    /// @param posts at least 1
    public record Unfilled(String account, int posts, Why why) {
    }

    /// Why no hour was left.
    public enum Why {
        /// No hour that keeps the rules has enough videos behind it.
        NOT_ENOUGH_EVIDENCE,
        /// No hour at all keeps the rules.
        NO_ROOM
    }
}
