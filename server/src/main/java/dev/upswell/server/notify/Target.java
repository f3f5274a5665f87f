package dev.upswell.server.notify;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// The address that a channel leads to. In whole it is for carriers and the vault alone; people, logs and texts get
/// [#shown()].
public sealed interface Target permits Target.Mailbox, Target.Hook, SlackTarget {

    /// The most characters of an address.
    int LONGEST = 2_000;

    /// What kind of channel it makes.
    Channel.Kind kind();

    /// As it is kept in the vault.
    String written();

    /// As much of it as people are shown.
    String shown();

    /// Whether it is the same place as another.
    boolean leadsWhere(Target other);

    /// A mail address.
    record Mailbox(String address) implements Target {

        private static final Pattern FORM = Pattern.compile(
                "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
        private static final int LONGEST_MAILBOX = 254;

        public Mailbox {
            if (address.length() > LONGEST_MAILBOX || !FORM.matcher(address).matches()) {
                // The text is not repeated: it may be a person's address with a slip in it.
                throw new IllegalArgumentException("what was given must be a mail address or the address of a webhook"
                        + "\nMaybe write it as anna@example.org or https://example.org/hook.");
            }
        }

        @Override
        public Channel.Kind kind() {
            return Channel.Kind.MAIL;
        }

        @Override
        public String written() {
            return address;
        }

        @Override
        public String shown() {
            return address.charAt(0) + "…" + address.substring(address.indexOf('@'));
        }

        @Override
        public boolean leadsWhere(Target other) {
            return other instanceof Mailbox mailbox && mailbox.address().equalsIgnoreCase(address);
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /// Where a webhook listens. Its path often is a key of its own.
    record Hook(URI address) implements Target {

        private static final int LAST_PORT = 65_535;

        public Hook {
            String scheme = address.getScheme();
            if (scheme == null || !scheme.toLowerCase(Locale.ROOT).matches("https?") || address.getHost() == null
                    || address.getPort() == 0 || address.getPort() > LAST_PORT || address.getRawUserInfo() != null
                    || address.getRawFragment() != null) {
                throw new IllegalArgumentException("the address of a webhook must begin with https://, name a host, and"
                        + " have no user, no # and no port beyond 65535\nMaybe write it as https://example.org/hook.");
            }
        }

        /// Whether what is sent there can be read on the way.
        public boolean isOpen() {
            return "http".equalsIgnoreCase(address.getScheme());
        }

        @Override
        public Channel.Kind kind() {
            return Channel.Kind.WEBHOOK;
        }

        @Override
        public String written() {
            return address.toString();
        }

        @Override
        public String shown() {
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            return address.getScheme() + "://" + address.getHost() + port + "/…";
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

    /// The target that this text writes: what begins with `slack:`, or leads to Slack's own webhooks, is Slack's, and what else has
    /// `://` in it is a webhook's.
    ///
    /// **errors** `IllegalArgumentException` when it writes none; the text is not repeated.
    static Target of(String text) {
        String written = text.strip();
        if (written.length() > LONGEST) {
            throw new IllegalArgumentException("an address must be " + LONGEST
                    + " characters at most\nMaybe something else was pasted.");
        }
        boolean isWeb = written.contains("://");
        if (written.startsWith(SlackTarget.PREFIX) && !isWeb) {
            return SlackTarget.of(written);
        }
        if (!isWeb) {
            return new Mailbox(written);
        }
        try {
            return web(written);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("what was given cannot be the address of a webhook: it must begin with"
                    + " https://, name a host, and have no user, no # and no port beyond 65535\nMaybe write it as https://example.org/hook.");
        }
    }

    private static Target web(String written) {
        if (written.startsWith(SlackTarget.PREFIX)) {
            return SlackTarget.of(written);
        }
        Hook hook = new Hook(URI.create(written));
        return SlackTarget.isHookHost(hook.address().getHost()) ? new SlackTarget.Incoming(hook) : hook;
    }
}
