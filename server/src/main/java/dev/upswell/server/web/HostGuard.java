package dev.upswell.server.web;

import dev.upswell.server.network.Loopback;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses requests that a foreign page makes a browser send.
///
/// A name that an attacker points at 127.0.0.1 (DNS rebinding) arrives with that name in `Host`: only the names of this
/// server are served, and the numbers of the loopback, which no name server can point elsewhere. Changing requests must come from a page of this server: browsers say so in `Origin` or
/// `Sec-Fetch-Site`; programs that send neither are let through, since no page can make a browser leave both out.
final class HostGuard extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> hosts;

    HostGuard(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        if (!hosts.contains(name(host)) && !Loopback.isName(name(host))) {
            WebProblem.send(request, response, HttpStatus.FORBIDDEN,
                    Sentence.of("problem.host", String.join(", ", hosts.stream().sorted().toList())));
        } else if (!SAFE.contains(request.getMethod()) && foreign(request, host)) {
            WebProblem.send(request, response, HttpStatus.FORBIDDEN, Sentence.of("problem.origin"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean foreign(HttpServletRequest request, String host) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return !host.equalsIgnoreCase(authority(origin));
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String name(@Nullable String host) {
        if (host == null) {
            return "";
        }
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']') && colon >= 0;
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
