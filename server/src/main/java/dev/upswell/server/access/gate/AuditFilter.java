package dev.upswell.server.access.gate;

import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Caller;
import dev.upswell.server.audit.AuditedRequest;
import dev.upswell.server.audit.RequestJournal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Writes a row of the request audit for every request, also for those that the filters behind it refuse.
///
/// Left out are routes whose need is [Need#OPEN]: assets, health and pages of errors.
final class AuditFilter extends OncePerRequestFilter {

    private static final String ANY_FILE = "/**";

    /// What stands for somebody in patterns of routes.
    private static final String PERSON = "person";
    /// Whose profile a path is about, where the request came to no route: it was not let in, or there is none.
    private static final Pattern PROFILE = Pattern.compile("(?i)(/profiles/+)[^/]+");

    private final Journals journals;
    private final RouteRules rules;
    private final InstantSource clock;
    private final GateSettings settings;

    AuditFilter(Journals journals, RouteRules rules, InstantSource clock, GateSettings settings) {
        this.journals = journals;
        this.rules = rules;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            String route = route(request);
            if (rules.rule(request.getMethod(), route).filter(rule -> rule.need() == Need.OPEN).isEmpty()) {
                journal(request).write(row(request, route,
                        failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus()));
            }
        }
    }

    /// Of the tenant in which the caller is; of the server's own where nobody knows.
    private RequestJournal journal(HttpServletRequest request) {
        return request.getAttribute(Admitted.ATTRIBUTE) instanceof Admitted admitted
                ? journals.of(admitted.tenant().id())
                : journals.home();
    }

    /// The pattern of the route; empty where the request reached none.
    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null || pattern.equals(ANY_FILE) ? "" : pattern.toString();
    }

    private AuditedRequest row(HttpServletRequest request, String route, int status) {
        Caller caller = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known
                ? known
                : new Caller.Nobody("foreign");
        String refusal = caller instanceof Caller.Nobody(String why) && why.equals("foreign")
                ? why
                : NotLetIn.of(request);
        return new AuditedRequest(clock.instant(), caller.kind(), caller.name(), request.getMethod(), route,
                settings.severalTenants() && caller instanceof Caller.Nobody ? "" : subject(request, route), status,
                refusal, request.getRemoteAddr());
    }

    /// What the pattern left open, or the path where there is no pattern; never what stands behind a question mark, and never who is
    /// profiled: rows of the audit stay, and people are erased.
    private static String subject(HttpServletRequest request, String route) {
        if (route.isEmpty()) {
            return PROFILE.matcher(request.getRequestURI()).replaceFirst("$1(person)");
        }
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> open
                && !open.isEmpty()
                        ? String.join("/", open.entrySet().stream()
                                .map(one -> PERSON.equals(one.getKey()) ? "(person)" : String.valueOf(one.getValue()))
                                .toList())
                        : "";
    }
}
