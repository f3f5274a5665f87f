package dev.upswell.server.access.page;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.Invitations.Invitation;
import dev.upswell.server.access.Role;
import dev.upswell.server.web.Query;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page of invitations: who was invited by a link, and inviting somebody.
@Controller
class InvitationsController {

    private static final int LONGEST = 300;

    private final Invitations invitations;
    private final InstantSource clock;

    InvitationsController(Invitations invitations, InstantSource clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    /// An invitation with how it stands.
    record Line(Invitation invitation, String state) {
    }

    @GetMapping("/access/invitations")
    String page(Query query, Model model) {
        query.done();
        return shown(model, null, null);
    }

    private String shown(Model model, Invitations.@Nullable Made made, @Nullable String link) {
        Instant now = clock.instant();
        List<Line> lines = invitations.list().stream()
                .map(one -> new Line(one, one.state(now).name().toLowerCase(Locale.ROOT))).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("waiting", lines.stream().filter(line -> line.state().equals("open")).count());
        model.addAttribute("roles", Role.labels());
        model.addAttribute("made", made);
        model.addAttribute("link", link);
        model.addAttribute("usualDays", Invitations.USUAL.toDays());
        model.addAttribute("mostDays", Invitations.LONGEST.toDays());
        return "invitations";
    }

    @PostMapping("/access/invitations")
    String invite(Query query, HttpServletRequest request, HttpServletResponse response, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String name = query.text("name", LONGEST).orElse("");
        Role role = Role.of(query.choice("role", Role.labels(), Role.CLIENT.label()));
        int days = query.number("days", 1, (int) Invitations.LONGEST.toDays(), (int) Invitations.USUAL.toDays());
        query.done();
        Invitations.Made made = AccessProblem.translated(() -> invitations.make(
                Objects.requireNonNullElse(caller, new Caller.Nobody("no-sign-in")), name, role,
                Duration.ofDays(days)));
        response.setHeader("Cache-Control", "no-store");
        // The page by which the browser reaches the server: its guard of names has looked at it.
        return shown(model, made, Objects.requireNonNullElse(request.getHeader("Origin"), "") + made.path());
    }

    @PostMapping("/access/invitations/{name}/revoke")
    String revoke(@PathVariable String name, Query query) {
        query.done();
        AccessProblem.translated(() -> invitations.revoke(name));
        return "redirect:/access/invitations";
    }
}
