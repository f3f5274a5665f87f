package dev.upswell.server.access.gate;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// What a browser shows.
final class Cookies {

    private Cookies() {
    }

    /// The cookie of this name, if it is shown.
    static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name)).findFirst().map(Cookie::getValue);
    }
}
