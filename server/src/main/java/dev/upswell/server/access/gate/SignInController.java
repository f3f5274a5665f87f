package dev.upswell.server.access.gate;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.SignIns;
import dev.upswell.server.access.SignIns.Result;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/// The page on which people sign in, and the way out.
@Controller
class SignInController {

    private static final int LONGEST = 2_000;

    private final SignIns signIns;
    private final Admission admission;
    private final SignInPage page;
    private final GateSettings settings;
    private final InstantSource clock;
    private final SignInPace pace = new SignInPace();

    SignInController(SignIns signIns, SignInPage page, GateSettings settings, InstantSource clock) {
        this.signIns = signIns;
        this.admission = page.admission();
        this.page = page;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String page(Query query, Model model) {
        String to = SignInPage.within(query.text("to", LONGEST));
        boolean left = query.flag("left");
        query.done();
        return page.shown(model, to, null, left);
    }

    @PostMapping("/sign-in")
    Object signIn(Query query, HttpServletRequest request, HttpServletResponse response, Model model) {
        String name = query.text("name", LONGEST).orElse("");
        query.text("password", LONGEST);
        String to = SignInPage.within(query.text("to", LONGEST));
        query.done();
        // As it was typed: blanks at its ends are part of it.
        String password = Optional.ofNullable(request.getParameter("password")).orElse("");
        Instant now = clock.instant();
        if (!pace.allows(request.getRemoteAddr(), now)) {
            return refused(request, response, model, to, "pace", HttpStatus.TOO_MANY_REQUESTS, SignInPace.SPAN);
        }
        return switch (signIns.enter(name, password, request.getRemoteAddr())) {
            case Result.In(String known, String secret, Instant until) -> {
                admission.forget();
                audited(request, secret);
                response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, Duration.between(now, until)));
                yield onward(to);
            }
            case Result.Wrong() ->
                refused(request, response, model, to, "password", HttpStatus.UNAUTHORIZED, Duration.ZERO);
            case Result.Locked(Instant until) -> refused(request, response, model, to, "locked",
                    HttpStatus.TOO_MANY_REQUESTS, Duration.between(now, until));
            case Result.Busy() -> refused(request, response, model, to, "busy", HttpStatus.SERVICE_UNAVAILABLE,
                    Duration.ofSeconds(5));
        };
    }

    /// The row of the audit is that of whoever is in now, in their tenant.
    private void audited(HttpServletRequest request, String secret) {
        Admitted admitted = admission.admit(null, secret);
        request.setAttribute(Caller.ATTRIBUTE, admitted.caller());
        request.setAttribute(Admitted.ATTRIBUTE, admitted);
    }

    /// Changes to another tenant to which the account belongs; of others nothing is told.
    @PostMapping("/sign-in/tenant")
    RedirectView change(Query query, HttpServletRequest request, HttpServletResponse response) {
        String tenant = query.text("tenant", LONGEST).orElse("");
        query.done();
        Instant now = clock.instant();
        Result.In in = cookie(request).flatMap(secret -> signIns.change(secret, tenant, request.getRemoteAddr()))
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("tenants.notYours")));
        admission.forget();
        audited(request, in.secret());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(in.secret(), Duration.between(now, in.expiresAt())));
        return onward("/");
    }

    private Optional<String> cookie(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller.Known
                ? Cookies.find(request, settings.cookie())
                : Optional.empty();
    }

    private String refused(HttpServletRequest request, HttpServletResponse response, Model model, String to, String why,
            HttpStatus status, Duration wait) {
        NotLetIn.note(request, why);
        response.setStatus(status.value());
        if (wait.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        }
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return page.shown(model, to, switch (why) {
            case "password" -> Sentence.of("signIn.wrong");
            case "locked" -> Sentence.of("signIn.locked", minutes);
            case "pace" -> Sentence.of("signIn.pace");
            default -> Sentence.of("signIn.busy");
        });
    }

    private static RedirectView onward(String to) {
        var view = new RedirectView(to);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }

    @PostMapping("/sign-out")
    String signOut(Query query, HttpServletRequest request, HttpServletResponse response) {
        query.done();
        cookie(request).ifPresent(secret -> {
            signIns.leave(secret);
            admission.forget();
        });
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
        // Pages that were seen are not to be had from the browser's memory by whoever sits there next.
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return page.company().isPresent() ? "redirect:/sign-in?left=true" : "redirect:/sign-in";
    }

    private String cookie(String secret, Duration lasting) {
        return settings.cookie(settings.cookie(), secret, lasting);
    }
}
