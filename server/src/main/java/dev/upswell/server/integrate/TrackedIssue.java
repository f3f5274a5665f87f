package dev.upswell.server.integrate;

import dev.upswell.server.integrate.Issue.Standing;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task that was ordered in a tracker, as it stands.
///
/// @param connection name of where it is
/// @param state how far its carrying is
/// @param attempt how often it was tried to create it, or to ask for it since it last answered
/// @param dueAt when the tracker is asked next; null once it is asked no more
/// @param reason why the last asking came to nothing; null where none did
/// @param key by which the tracker knows it; null until it was created
/// @param link where people read it; null until it was created
/// @param status what the tracker calls how it stands; empty until it was asked
/// @param checkedAt when the tracker was last asked how it stands; null until it was
public record TrackedIssue(UUID id, String connection, Account.Kind kind, State state, int attempt, IssueOrder order,
        @Nullable Instant dueAt, @Nullable String reason, @Nullable String key, @Nullable URI link, String status,
        Standing standing, @Nullable Instant checkedAt) {

    /// How far its carrying is.
    public enum State {
        /// It is to be created.
        WAITING,
        /// It is there, and is asked for how it stands.
        LINKED,
        /// It could not be created, and is tried no more.
        FAILED,
        /// Nothing more is expected of it.
        OVER
    }

    /// What one round came to.
    ///
    /// @param linked issues that were created, or found by their label
    /// @param asked issues that said how they stand
    /// @param waiting that failed and are tried again
    /// @param failed that were given up
    public record Report(int linked, int asked, int waiting, int failed) {
    }
}
