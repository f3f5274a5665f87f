package dev.upswell.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts the security headers on every answer, errors and assets included.
///
/// Nothing inline runs and nothing comes from elsewhere. The referrer stays within the site; it is not switched off,
/// because browsers then send `Origin: null` with forms, which [HostGuard] refuses.
final class SecurityHeaders extends OncePerRequestFilter {

    static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    /// Where secrets are typed or shown, and who may come in: no browser keeps these, on a disk or for its way back.
    private static final List<String> SECRET = List.of("/access", "/sign-in", "/sources/keys", "/sources/sessions",
            "/api/v1/audit", "/api/v1/keys", "/api/v1/people", "/api/v1/sessions", "/api/v1/tokens");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        String path = request.getRequestURI();
        if (!path.startsWith("/assets/")) {
            boolean secret = SECRET.stream().anyMatch(path::startsWith);
            response.setHeader("Cache-Control", secret ? "no-store" : "private, no-cache");
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
