package dev.upswell.server.access.gate;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.oidc.CompanySignIn;
import dev.upswell.server.access.oidc.CompanySignIn.Answered;
import dev.upswell.server.access.oidc.CompanySignIn.Begun;
import dev.upswell.server.access.oidc.CompanySignIn.Entered;
import dev.upswell.server.access.oidc.NotRecognised;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The way to the provider of a company and back, and out there. Where no provider is set there is no such way (404).
@Controller
class CompanyController {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyController.class);
    private static final int LONGEST = 2_000;

    private final SignInPage page;
    private final GateSettings settings;
    private final InstantSource clock;
    private final SignInPace pace = new SignInPace();

    CompanyController(SignInPage page, GateSettings settings, InstantSource clock) {
        this.page = page;
        this.settings = settings;
        this.clock = clock;
    }

    private CompanySignIn company() {
        return page.company().orElseThrow(() -> WebProblem.notFound(Sentence.of("signIn.company.none")));
    }

    @GetMapping("/sign-in/company")
    @Nullable
    String away(Query query, HttpServletRequest request, HttpServletResponse response, Model model) {
        String to = SignInPage.within(query.text("to", LONGEST));
        query.done();
        CompanySignIn company = company();
        if (!pace.allows(request.getRemoteAddr(), clock.instant())) {
            NotLetIn.note(request, "pace");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page.shown(model, to, Sentence.of("signIn.pace"));
        }
        try {
            Begun begun = company.begin(here(request, "/sign-in/company/return"), to);
            response.addHeader(HttpHeaders.SET_COOKIE, settings.cookie(cookie(), begun.secret(),
                    CompanySignIn.PATIENCE));
            return onward(response, begun.address().toString());
        } catch (NotRecognised e) {
            return refused(request, response, model, e);
        }
    }

    /// Parameters that are not known are let pass: providers add some of their own.
    @GetMapping("/sign-in/company/return")
    @Nullable
    String back(HttpServletRequest request, HttpServletResponse response, Model model) {
        CompanySignIn company = company();
        String secret = Cookies.find(request, cookie()).orElse("");
        response.addHeader(HttpHeaders.SET_COOKIE, settings.cookie(cookie(), "", Duration.ZERO));
        try {
            Entered entered = company.finish(new Answered(said(request, "state"), said(request, "code"),
                    request.getParameter("iss"), request.getParameter("error")), secret,
                    here(request, "/sign-in/company/return"), request.getRemoteAddr());
            Admission admission = page.admission();
            admission.forget();
            Admitted admitted = admission.admit(null, entered.in().secret());
            request.setAttribute(Caller.ATTRIBUTE, admitted.caller());
            request.setAttribute(Admitted.ATTRIBUTE, admitted);
            response.addHeader(HttpHeaders.SET_COOKIE, settings.cookie(settings.cookie(), entered.in().secret(),
                    Duration.between(clock.instant(), entered.in().expiresAt())));
            return onward(response, entered.onward());
        } catch (NotRecognised e) {
            return refused(request, response, model, e);
        }
    }

    /// Out at the provider too: whoever signs out here only would be in again by one click.
    @GetMapping("/sign-in/company/out")
    @Nullable
    String out(Query query, HttpServletRequest request, HttpServletResponse response, Model model) {
        query.done();
        try {
            return onward(response, company().end(here(request, "/sign-in")).map(URI::toString).orElse("/sign-in"));
        } catch (NotRecognised e) {
            return refused(request, response, model, e);
        }
    }

    private String refused(HttpServletRequest request, HttpServletResponse response, Model model, NotRecognised why) {
        LOG.warn("a sign-in by the company's provider failed: {}", why.getMessage());
        String word = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        NotLetIn.note(request, "company-" + word);
        response.setStatus(switch (why.reason()) {
            case AWAY -> HttpStatus.BAD_GATEWAY.value();
            case NO_ROLE -> HttpStatus.FORBIDDEN.value();
            case STALE, DENIED, UNTRUE -> HttpStatus.UNAUTHORIZED.value();
        });
        return page.shown(model, "/", Sentence.of("signIn.company." + word));
    }

    private static @Nullable String onward(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
        return null;
    }

    private static String said(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private String cookie() {
        return settings.cookie() + "-company";
    }

    /// A page of this server as browsers reach it: by which name was looked at by the guard of names.
    private URI here(HttpServletRequest request, String path) {
        return URI.create((settings.https() ? "https://" : "http://") + request.getHeader(HttpHeaders.HOST) + path);
    }
}
