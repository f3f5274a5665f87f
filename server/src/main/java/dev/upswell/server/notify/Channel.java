package dev.upswell.server.notify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A place away from the page at which people are told of events, as it is shown.
///
/// @param name by which people call it
/// @param shown as much of its address as people are shown
/// @param addedBy who added it, as they call themselves
/// @param types names of the types of events that are sent there, in alphabetical order
/// @param quiet when it is left alone; null for never
public record Channel(String name, Kind kind, String shown, String addedBy, Instant addedAt, List<String> types,
        @Nullable QuietHours quiet) {

    public Channel {
        types = List.copyOf(types);
    }

    /// What brings notices there.
    public enum Kind {
        /// SMTP.
        MAIL,
        /// A signed request with JSON.
        WEBHOOK,
        /// A message in Slack.
        SLACK;

        /// How it is written in answers, such as `mail`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A channel that was just added.
    ///
    /// @param secret with which requests to a webhook are signed; shown this once, empty for mail
    public record Added(Channel channel, String secret) {

        /// Without the secret.
        @Override
        public String toString() {
            return "Added[" + channel.name() + "]";
        }
    }
}
