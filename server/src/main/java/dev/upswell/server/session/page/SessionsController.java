package dev.upswell.server.session.page;

import dev.upswell.server.session.CreatorCenter;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionProblem;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.SessionState;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of sessions: how each stands, and what a person can do for it.
@Controller
class SessionsController {

    /// From these a person leads back in a window.
    private static final Set<String> WAITING = Set.of("challenged", "expired", "refused");

    private final Sessions sessions;
    private final Words words;
    private final Times times;

    SessionsController(Sessions sessions, Words words, Times times) {
        this.sessions = sessions;
        this.words = words;
        this.times = times;
    }

    /// A session as it is shown.
    ///
    /// @param reason what the site asked for or said, and until when; null where there is nothing
    /// @param command that opens a window; null where none is needed
    record Card(Session session, String state, @Nullable String reason, @Nullable String command) {
    }

    @GetMapping("/sources/sessions")
    String sessions(Query query, Model model) {
        query.done();
        List<Card> cards = sessions.list().stream().map(this::card).toList();
        long waiting = cards.stream().filter(card -> card.command() != null).count();
        model.addAttribute("headline", cards.isEmpty()
                ? Sentence.of("sessions.headline.none")
                : waiting == 0
                        ? Sentence.of("sessions.headline", cards.size())
                        : Sentence.of("sessions.headline.waiting", waiting));
        model.addAttribute("cards", cards);
        model.addAttribute("usualPage", CreatorCenter.PAGE);
        return "sessions";
    }

    private Card card(Session session) {
        String state = session.state().label();
        String reason = switch (session.state()) {
            case SessionState.CoolingDown cooling -> words.say("sessions.until", times.moment(cooling.until()),
                    cooling.why());
            case SessionState.Challenged challenged -> challenged.sign();
            case SessionState.Expired expired -> expired.why();
            case SessionState.Refused refused -> refused.why();
            case SessionState.Healthy _,SessionState.Paused _ -> null;
        };
        return new Card(session, state, reason,
                WAITING.contains(state) ? "sessions open " + session.identity().name() : null);
    }

    @PostMapping("/sources/sessions")
    String add(Query query) {
        String name = query.text("name", 100).orElse("");
        String page = query.text("page", 500).orElse(CreatorCenter.PAGE);
        @Nullable
        String agent = query.text("agent", 500).orElse(null);
        query.done();
        SessionProblem.translated(() -> sessions.add(new Identity(name, address(page), agent, null), null));
        return "redirect:/sources/sessions";
    }

    private static URI address(String page) {
        try {
            return URI.create(page);
        } catch (IllegalArgumentException unreadable) {
            throw SessionRefused.unusable("what was given cannot be the page of a session",
                    "Write an https address.");
        }
    }

    @PostMapping("/sources/sessions/{name}")
    String act(@PathVariable String name, Query query) {
        String act = query.choice("act", List.of("pause", "resume", "remove", "capture"), "capture");
        query.done();
        SessionProblem.translated(() -> switch (act) {
            case "pause" -> sessions.pause(name);
            case "resume" -> sessions.resume(name);
            case "remove" -> sessions.remove(name);
            default -> sessions.capture(name).session();
        });
        return "redirect:/sources/sessions";
    }
}
