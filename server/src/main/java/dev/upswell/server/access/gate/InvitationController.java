package dev.upswell.server.access.gate;

import dev.upswell.server.access.AccessRefused;
import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.Invitations.Door.Welcome;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of a link by which somebody was invited: they set their own password there, once.
@Controller
class InvitationController {

    private static final int LONGEST = 300;

    private final Invitations.Door door;
    private final Admission admission;
    private final InstantSource clock;
    private final SignInPace pace = new SignInPace();

    InvitationController(Invitations.Door door, Admission admission, InstantSource clock) {
        this.door = door;
        this.admission = admission;
        this.clock = clock;
    }

    @GetMapping("/invitation")
    String page(Query query, HttpServletRequest request, HttpServletResponse response, Model model) {
        String token = query.text("token", LONGEST).orElse("");
        query.done();
        return allowed(request, response, model)
                ? shown(request, response, model, token, null)
                : shown(model, Sentence.of("signIn.pace"));
    }

    @PostMapping("/invitation")
    String accept(Query query, HttpServletRequest request, HttpServletResponse response, Model model) {
        String token = query.text("token", LONGEST).orElse("");
        query.text("password", LONGEST);
        query.done();
        if (!allowed(request, response, model)) {
            return shown(model, Sentence.of("signIn.pace"));
        }
        try {
            Optional<Welcome> welcome = door.accept(token,
                    // As it was typed: blanks at its ends are part of it.
                    Objects.requireNonNullElse(request.getParameter("password"), ""));
            if (welcome.isEmpty()) {
                return shown(request, response, model, "", null);
            }
            admission.forget();
            model.addAttribute("welcome", welcome.get());
            model.addAttribute("done", true);
            return "invitation";
        } catch (AccessRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return shown(request, response, model, token, Sentence.ofRefusal(refused.what(), refused.advice()));
        }
    }

    private boolean allowed(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("done", false);
        boolean allowed = pace.allows(request.getRemoteAddr(), clock.instant());
        if (!allowed) {
            NotLetIn.note(request, "pace");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        return allowed;
    }

    private static String shown(Model model, @Nullable Sentence refused) {
        model.addAttribute("refused", refused);
        return "invitation";
    }

    private String shown(HttpServletRequest request, HttpServletResponse response, Model model, String token,
            @Nullable Sentence refused) {
        Welcome welcome = door.look(token).orElse(null);
        if (welcome == null) {
            NotLetIn.note(request, "invitation");
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("welcome", welcome);
        model.addAttribute("token", token);
        return shown(model, welcome == null ? Sentence.of("invitation.gone") : refused);
    }
}
