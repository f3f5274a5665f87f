package dev.upswell.server.contest;

import dev.upswell.recommend.Rewards;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two configurations of recommendations beside each other.
///
/// @param effect difference of reward per list that the test is quickest at, above 0; interleaving does not use it
/// @param ended null while it runs
/// @param promoted null until one of the two was taken for all
public record ConfigurationTrial(String name, Kind kind, String a, String b, double effect, Instant begunAt,
        String begunBy, @Nullable Ended ended, @Nullable Promoted promoted) {

    /// What a list is worth: see [Rewards#USUAL].
    public static final Rewards REWARDS = Rewards.USUAL;
    /// Lists count when they are so old, by what was done with them until then, so that no list is judged by half of what comes of it.
    public static final Duration AGE = Duration.ofHours(24);

    /// How the two are compared.
    public enum Kind {
        /// Each account has the lists of one of them.
        AB,
        /// Each list is of both, which pick in turns.
        INTERLEAVE
    }

    /// The end of a trial.
    ///
    /// @param found what it told then
    public record Ended(Instant at, String by, Look found) {
    }

    /// That one was taken for all.
    public record Promoted(String configuration, Instant at, String by) {
    }
}
