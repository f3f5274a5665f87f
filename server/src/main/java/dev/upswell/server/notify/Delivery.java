package dev.upswell.server.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One mail, or one request to a webhook, as it stands.
///
/// @param id by which a receiver recognises what comes twice
/// @param channel name of where it goes
/// @param test whether a person asked for it to try the channel
/// @param attempt how often it was tried
/// @param notices how many it brings; 0 for a test
/// @param madeAt when its notices were put together
/// @param dueAt when it is tried next; null once it does not wait
/// @param endedAt when it was sent or given up; null while it waits
/// @param reason why the last try came to nothing; null where none did
public record Delivery(UUID id, String channel, boolean test, State state, int attempt, int notices, Instant madeAt,
        @Nullable Instant dueAt, @Nullable Instant endedAt, @Nullable String reason) {

    /// How it stands.
    public enum State {
        /// It is tried, or tried again, when it is due.
        WAITING,
        /// The mail server, or the webhook, took it.
        SENT,
        /// It is tried no more.
        FAILED
    }

    /// What one sending came to.
    ///
    /// @param sent deliveries that were taken
    /// @param notices how many these brought
    /// @param waiting deliveries that failed and are tried again
    /// @param failed deliveries that were given up
    public record Report(int sent, int notices, int waiting, int failed) {
    }
}
