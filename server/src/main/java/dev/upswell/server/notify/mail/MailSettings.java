package dev.upswell.server.notify.mail;

import dev.upswell.server.network.Loopback;
import dev.upswell.server.notify.NotifyRefused;
import java.util.Locale;

/// The mail server that takes mails, and as whom.
///
/// @param host empty where there is none
/// @param user empty where the server asks for none
/// @param password empty where the server asks for none
/// @param from the sender's address; empty for the user
public record MailSettings(String host, int port, Security security, String user, String password, String from) {

    /// How the way to the mail server is protected.
    public enum Security {
        /// It begins in clear and goes on by TLS, or not at all.
        STARTTLS,
        /// TLS from the first byte.
        TLS,
        /// Not at all.
        NONE
    }

    /// The sender's address.
    ///
    /// **errors** [NotifyRefused] when no mail can be sent by these settings, with the one to mend.
    String sender() {
        if (host.isBlank()) {
            throw NotifyRefused.conflict("no mail can be sent: there is no mail server",
                    "Set mail.host and mail.from, as docs/agents.md tells.");
        }
        String sender = from.isBlank() ? user : from;
        if (!sender.matches("[^\\s@<>]+@[^\\s@<>]+")) {
            throw NotifyRefused.conflict("no mail can be sent: the setting mail.from is no mail address",
                    "Set it to the address that mails shall come from.");
        }
        if (security == Security.NONE && !password.isEmpty()
                && !Loopback.isName(host.toLowerCase(Locale.ROOT))) {
            throw NotifyRefused.conflict("no mail can be sent: a password would cross the network in clear",
                    "Set mail.security to starttls or tls, or leave mail.user and mail.password empty.");
        }
        return sender;
    }

    /// Without the password.
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + security + "]";
    }
}
