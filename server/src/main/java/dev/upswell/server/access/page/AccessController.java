package dev.upswell.server.access.page;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.AccessToken;
import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster;
import dev.upswell.server.access.Scope;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page of access: who signs in, and the tokens of programs, which are made and revoked here.
@Controller
class AccessController {

    private static final int LONGEST = 100;
    private static final int USUAL_DAYS = 90;

    private final Roster roster;
    private final Tokens tokens;
    private final Admission admission;
    private final InstantSource clock;

    AccessController(Roster roster, Tokens tokens, Admission admission, InstantSource clock) {
        this.roster = roster;
        this.tokens = tokens;
        this.admission = admission;
        this.clock = clock;
    }

    /// A token with how it stands.
    record Line(AccessToken token, String state, List<String> scopes) {

        static Line of(AccessToken token, Instant now) {
            return new Line(token, token.state(now).name().toLowerCase(Locale.ROOT),
                    token.scopes().stream().sorted().map(Scope::label).toList());
        }
    }

    @GetMapping("/access")
    String page(Query query, Model model) {
        query.done();
        return page(model, null);
    }

    private String page(Model model, AccessToken.@Nullable Made made) {
        Instant now = clock.instant();
        List<Line> lines = tokens.list().stream().map(token -> Line.of(token, now)).toList();
        long good = lines.stream().filter(line -> line.state().equals("good")).count();
        model.addAttribute("headline", admission.asksForSignIn()
                ? Sentence.of("access.headline", good)
                : Sentence.of("access.headline.open", good));
        model.addAttribute("asked", admission.asksForSignIn());
        model.addAttribute("people", roster.list());
        model.addAttribute("roles", Role.labels());
        model.addAttribute("tokens", lines);
        model.addAttribute("made", made);
        model.addAttribute("scopes", Scope.labels());
        model.addAttribute("usualDays", USUAL_DAYS);
        model.addAttribute("mostDays", Tokens.LONGEST.toDays());
        return "access";
    }

    @PostMapping("/access/tokens")
    String make(Query query, HttpServletResponse response, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String name = query.text("name", LONGEST).orElse("");
        int days = query.number("days", 1, (int) Tokens.LONGEST.toDays(), USUAL_DAYS);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(Scope.values()).filter(scope -> query.flag(scope.label())).forEach(scopes::add);
        query.done();
        Caller by = caller == null ? new Caller.Local() : caller;
        AccessToken.Made made = AccessProblem
                .translated(() -> tokens.make(name, scopes, Duration.ofDays(days), by.signature()));
        admission.forget();
        response.setHeader("Cache-Control", "no-store");
        return page(model, made);
    }

    @PostMapping("/access/tokens/{id}/revoke")
    String revoke(@PathVariable String id, Query query) {
        query.done();
        AccessProblem.translated(() -> tokens.revoke(id));
        admission.forget();
        return "redirect:/access";
    }
}
