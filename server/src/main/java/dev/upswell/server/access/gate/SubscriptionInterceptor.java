package dev.upswell.server.access.gate;

import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Tenant;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets nobody do more than read reports once the subscription of their tenant has ended, and not even that after 30 days.
final class SubscriptionInterceptor implements HandlerInterceptor {

    /// What can still be read: reports, and their list.
    private static final Set<String> READABLE = Set.of("/reports", "/reports/{id}", "/reports/{id}/file",
            "/api/v1/reports", "/api/v1/reports/{id:[^.]+}", "/api/v1/reports/{id}.{format}");

    /// What leads in, out and elsewhere, and what looks of it.
    private static final Set<String> ALWAYS = Set.of("/sign-in", "/sign-out", "/sign-in/tenant", "/sign-in/company",
            "/sign-in/company/return", "/sign-in/company/out", "/invitation", "/language", "/error",
            "/health");

    private final InstantSource clock;

    SubscriptionInterceptor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(request.getAttribute(Admitted.ATTRIBUTE) instanceof Admitted admitted)
                || admitted.caller() instanceof Caller.Nobody) {
            return true;
        }
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Tenant tenant = admitted.tenant();
        boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return switch (tenant.state(clock.instant())) {
            case OPEN -> true;
            case READABLE -> pattern.equals("/")
                    ? led(response)
                    : ALWAYS.contains(pattern) || reading && READABLE.contains(pattern)
                            || refused(request, response, Sentence.of("tenants.ended", day(tenant.endedAt()),
                                    day(tenant.readableUntil())));
            case OVER -> ALWAYS.contains(pattern)
                    || refused(request, response, Sentence.of("tenants.over", day(tenant.endedAt())));
        };
    }

    /// The first page that is left.
    private static boolean led(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/reports");
        return false;
    }

    private static String day(@Nullable Instant at) {
        return Objects.requireNonNull(at).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static boolean refused(HttpServletRequest request, HttpServletResponse response, Sentence why)
            throws IOException {
        NotLetIn.note(request, "subscription");
        WebProblem.send(request, response, HttpStatus.FORBIDDEN, why);
        return false;
    }
}
