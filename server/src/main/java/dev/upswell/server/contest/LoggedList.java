package dev.upswell.server.contest;

import dev.upswell.ranking.TeamDraft;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A list as it was logged, with what came of it within [ConfigurationTrial#AGE].
///
/// @param shares how often each configuration in force was dealt such a list
/// @param logSlate logarithm of the probability of the list under each that could draw it
/// @param reward of all that was done with it
/// @param credit reward by who picked what; empty for lists that are of one
/// @param lead of B over A in videos that something good was done with; 0 for lists that are of one
public record LoggedList(UUID subject, Instant at, String configuration, Map<String, Double> shares,
        Map<String, Double> logSlate, double reward, Map<TeamDraft.Team, Double> credit, int lead) {

    public LoggedList {
        shares = Map.copyOf(shares);
        logSlate = Map.copyOf(logSlate);
        credit = Map.copyOf(credit);
    }
}
