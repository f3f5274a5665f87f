package dev.upswell.server.access.gate;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Permissions;
import dev.upswell.server.access.tenancy.TenantScope;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in who may come in: programs with a good token, people who signed in, and while nobody has a password whoever sits at the machine.
///
/// A token that is not good is refused everywhere. Whoever comes by a cookie and changes something has to come from a page of this
/// server, which browsers say; what says nothing is no browser and has no cookie of its own.
final class AccessFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "Via");

    /// In bytes: a name, a password and where to go on.
    private static final long LONGEST_FORM = 16_384;
    private static final Set<String> BEFORE_SIGN_IN = Set.of("/sign-in", "/sign-in/tenant", "/sign-in/company",
            "/sign-in/company/return", "/sign-in/company/out", "/invitation", "/sign-out", "/language", "/error");

    private final Admission admission;
    private final TenantScope scope;
    private final GateSettings settings;
    private final RoutePaths paths;

    AccessFilter(Admission admission, TenantScope scope, GateSettings settings, RouteRules rules) {
        this.admission = admission;
        this.scope = scope;
        this.settings = settings;
        this.paths = new RoutePaths(rules);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (settings.https()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        String path = request.getRequestURI();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (READING.contains(request.getMethod())
                && (path.startsWith("/assets/") || path.equals("/health") && authorization == null)) {
            within(admission.home(), request, response, chain);
            return;
        }
        String cookie = authorization == null ? cookie(request) : null;
        Admitted admitted = admission.admit(authorization, cookie);
        Caller caller = admitted.caller();
        if (caller instanceof Caller.Local && FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null)) {
            // It came through a proxy, so from whom nobody knows.
            caller = new Caller.Nobody("forwarded");
            admitted = new Admitted(caller, admitted.tenant(), List.of(), false);
        }
        request.setAttribute(Caller.ATTRIBUTE, caller);
        request.setAttribute(Permissions.ATTRIBUTE, permissions(caller));
        request.setAttribute(Admitted.ATTRIBUTE, admitted);
        request.setAttribute(Admission.Standing.ATTRIBUTE, admission.standing(admitted, authorization, cookie));
        if (caller instanceof Caller.Nobody(String why)) {
            if (authorization != null || !BEFORE_SIGN_IN.contains(path)) {
                refuse(request, response, why);
                return;
            }
            if (request.getContentLengthLong() > LONGEST_FORM || multipart(request)) {
                NotLetIn.note(request, "too-long");
                WebProblem.send(request, response, HttpStatus.CONTENT_TOO_LARGE, Sentence.of("access.signInFirst"));
                return;
            }
        } else if (caller instanceof Caller.Known && !SAFE.contains(request.getMethod()) && silent(request)) {
            NotLetIn.note(request, "no-origin");
            WebProblem.send(request, response, HttpStatus.FORBIDDEN, Sentence.of("access.noOrigin"));
            return;
        }
        within(admitted.tenant().id(), request, response, chain);
    }

    /// Known before it is told which code answers: pages about requests that none answers are pages too.
    private Permissions permissions(Caller caller) {
        return (method, path) -> paths.rule(method, path).flatMap(RouteRules.Rule::right).map(caller::may)
                .orElse(true);
    }

    /// Goes on as this tenant, and as no other.
    private void within(TenantId tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            scope.<Exception>enter(tenant, () -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean multipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    /// Whether nothing says which page the request comes from.
    private static boolean silent(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ORIGIN) == null && request.getHeader("Sec-Fetch-Site") == null;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        NotLetIn.note(request, why);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean reader = why.equals("no-sign-in") && accept != null && accept.contains("text/html");
        boolean page = reader && request.getMethod().equals("GET");
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        String signIn = Link.to("/sign-in").with("to", page ? here : "/", "/").toString();
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", Link.to("/sign-in").toString());
        } else if (page) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, signIn);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, why.equals("no-sign-in") || why.equals("forwarded")
                ? "Bearer realm=\"upswell\""
                : "Bearer realm=\"upswell\", error=\"invalid_token\"");
        WebProblem.send(request, response, HttpStatus.UNAUTHORIZED, switch (why) {
            case "forwarded" -> Sentence.of("access.forwarded");
            case "expired-token" -> Sentence.of("access.expired");
            case "revoked-token", "bad-token" -> Sentence.of("access.badToken");
            default -> Sentence.of("access.signInFirst");
        });
    }

    private @Nullable String cookie(HttpServletRequest request) {
        return Cookies.find(request, settings.cookie()).orElse(null);
    }
}
