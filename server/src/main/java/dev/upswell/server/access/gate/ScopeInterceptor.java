package dev.upswell.server.access.gate;

import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Person;
import dev.upswell.server.access.Caller.Right;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Asks of whoever calls a route what the rules say, before anything of the route is done: so the answer is the same whether or not
/// there is what the path names.
final class ScopeInterceptor implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeInterceptor.class);

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final RouteRules rules;

    ScopeInterceptor(RouteRules rules) {
        this.rules = rules;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Caller caller = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known
                ? known
                : new Caller.Nobody("no-sign-in");
        if (!caller.name().isEmpty() && !READING.contains(request.getMethod())) {
            request.setAttribute(Query.AUTHOR, caller.signature());
        }
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        // The dispatch of an error keeps the method of what failed.
        if (request.getMethod().equals("OPTIONS") || pattern.equals("/error")) {
            return true;
        }
        RouteRules.Rule rule = rules.rule(request.getMethod(), pattern).orElse(null);
        if (rule == null && handler instanceof ResourceHttpRequestHandler) {
            // Files are read and nothing else: it answers 405 by itself.
            return true;
        }
        if (rule == null) {
            LOG.error("route {} {} has no rule, so nobody is let in", request.getMethod(), pattern);
            return refused(request, response, "no-rule", "admin");
        }
        Right right = rule.right().orElse(null);
        if (right == null || caller.may(right)) {
            return true;
        }
        return caller instanceof Caller.Known(Person person)
                ? refused(request, response, person)
                : refused(request, response, "scope", right.scope().label());
    }

    private static boolean refused(HttpServletRequest request, HttpServletResponse response, Person person)
            throws IOException {
        NotLetIn.note(request, "role");
        WebProblem.send(request, response, HttpStatus.FORBIDDEN,
                Sentence.of("access.role.refused", person.role().label()));
        return false;
    }

    private static boolean refused(HttpServletRequest request, HttpServletResponse response, String why, String scope)
            throws IOException {
        NotLetIn.note(request, why);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"upswell\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
        WebProblem.send(request, response, HttpStatus.FORBIDDEN, Sentence.of("access.scope", scope));
        return false;
    }
}
