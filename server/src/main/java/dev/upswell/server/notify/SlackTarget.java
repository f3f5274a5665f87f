package dev.upswell.server.notify;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A channel of Slack: by the address of an incoming webhook, or by its id and the token of an app.
public sealed interface SlackTarget extends Target {

    /// With what its written form begins.
    String PREFIX = "slack:";

    @Override
    default Channel.Kind kind() {
        return Channel.Kind.SLACK;
    }

    /// Whether this is the host of Slack's own incoming webhooks.
    static boolean isHookHost(String host) {
        return Set.of("hooks.slack.com", "hooks.slack-gov.com").contains(host.toLowerCase(Locale.ROOT));
    }

    /// The target that this text writes, which begins with [#PREFIX]: then the address of an incoming webhook, or a channel and a
    /// token with a space between.
    ///
    /// **errors** `IllegalArgumentException` when it writes none; the text is not repeated.
    static SlackTarget of(String written) {
        String rest = written.substring(PREFIX.length()).strip();
        if (rest.contains("://")) {
            return new Incoming(new Hook(URI.create(rest)));
        }
        String[] parts = rest.split("\\s+", -1);
        if (parts.length != 2) {
            throw Room.formless();
        }
        return new Room(parts[0], parts[1]);
    }

    /// An incoming webhook. Whoever knows its address can write into the channel.
    record Incoming(Hook hook) implements SlackTarget {

        @Override
        public String written() {
            return PREFIX + hook.written();
        }

        @Override
        public String shown() {
            return hook.shown();
        }

        @Override
        public boolean leadsWhere(Target other) {
            return equals(other);
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /// A channel into which an app of one's own writes by `chat.postMessage`.
    ///
    /// @param channel its id, such as `C0123456789`, or its name, such as `#trends`
    /// @param token of the app, such as `xoxb-…`
    record Room(String channel, String token) implements SlackTarget {

        private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]{6,20}|#[\\p{L}\\p{N}_-]{1,80}");
        private static final Pattern TOKEN = Pattern.compile("xox[a-z][A-Za-z0-9.-]{4,500}");

        public Room {
            if (!CHANNEL.matcher(channel).matches() || !TOKEN.matcher(token).matches()) {
                throw formless();
            }
        }

        private static IllegalArgumentException formless() {
            return new IllegalArgumentException("a channel of Slack must be an address of an incoming webhook, or an id"
                    + " or #name and the token of an app\nMaybe write it as slack:C0123456789 xoxb-….");
        }

        @Override
        public String written() {
            return PREFIX + channel + " " + token;
        }

        @Override
        public String shown() {
            return channel;
        }

        @Override
        public boolean leadsWhere(Target other) {
            return other instanceof Room room && room.channel().equals(channel);
        }

        @Override
        public String toString() {
            return shown();
        }
    }
}
