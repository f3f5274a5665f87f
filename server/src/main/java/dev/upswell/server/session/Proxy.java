package dev.upswell.server.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Through which server a session's browser reaches the site: one, chosen by the user, for all its life.
///
/// @param server such as `http://proxy.example:3128`, without user and password
/// @param user null where none is asked for
/// @param password null where none is asked for
public record Proxy(String server, @Nullable String user, @Nullable String password) {

    private static final Pattern WRITTEN = Pattern
            .compile("((?:https?|socks5)://)(?:([^:@/]+):([^@/]+)@)?([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})");

    /// The proxy that this text names, such as `http://user:password@proxy.example:3128`.
    ///
    /// **errors** [SessionRefused] when it names none; the text, which may hold a password, is not repeated.
    public static Proxy of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw SessionRefused.unusable("what was given cannot be a proxy",
                    "Write it as http://HOST:PORT, https:// or socks5://, with USER:PASSWORD@ before the host if it asks for them.");
        }
        return new Proxy(written.group(1) + written.group(4) + written.group(5), written.group(2), written.group(3));
    }

    @Override
    public String toString() {
        return "Proxy[" + server + "]";
    }
}
