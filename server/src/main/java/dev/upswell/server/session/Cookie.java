package dev.upswell.server.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cookie of a session; it never shows its value.
///
/// @param domain for which it is sent, with a dot in front where subdomains count
/// @param expires null for one that ends with the browser
/// @param sameSite `Strict`, `Lax` or `None`; null where nothing is said
public record Cookie(String name, String value, String domain, String path, @Nullable Instant expires, boolean secure,
        boolean httpOnly, @Nullable String sameSite) {

    @Override
    public String toString() {
        return "Cookie[" + name + "]";
    }
}
