package dev.upswell.server.session.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.upswell.server.session.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cookies on their way into a browser and out of it.
final class Cookies {

    private Cookies() {
    }

    static com.microsoft.playwright.options.Cookie of(Cookie cookie) {
        var given = new com.microsoft.playwright.options.Cookie(cookie.name(), cookie.value())
                .setDomain(cookie.domain()).setPath(cookie.path()).setSecure(cookie.secure())
                .setHttpOnly(cookie.httpOnly());
        Instant expires = cookie.expires();
        if (expires != null) {
            given.setExpires(expires.getEpochSecond());
        }
        String sameSite = cookie.sameSite();
        if (sameSite != null) {
            given.setSameSite(SameSiteAttribute.valueOf(sameSite.toUpperCase(Locale.ROOT)));
        }
        return given;
    }

    static List<Cookie> of(BrowserContext context) {
        return context.cookies().stream().map(Cookies::of).toList();
    }

    private static Cookie of(com.microsoft.playwright.options.Cookie cookie) {
        return new Cookie(cookie.name, cookie.value, cookie.domain, cookie.path, expires(cookie.expires),
                Boolean.TRUE.equals(cookie.secure), Boolean.TRUE.equals(cookie.httpOnly), sameSite(cookie.sameSite));
    }

    private static @Nullable Instant expires(@Nullable Double seconds) {
        return seconds == null || seconds <= 0 ? null : Instant.ofEpochSecond(seconds.longValue());
    }

    private static @Nullable String sameSite(@Nullable SameSiteAttribute said) {
        return said == null ? null : switch (said) {
            case STRICT -> "Strict";
            case LAX -> "Lax";
            case NONE -> "None";
        };
    }
}
