package dev.upswell.server.integrate.page;

import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.Connection.Greeting;
import dev.upswell.server.integrate.Connections;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of connections to trackers: which there are, a form that takes an account and never shows it again, and a button that
/// asks the other side.
@Controller
class ConnectionsController {

    private static final int LONGEST = 500;
    private static final String PAGE = "redirect:/access/connections";

    private final Connections connections;

    ConnectionsController(Connections connections) {
        this.connections = connections;
    }

    @GetMapping("/access/connections")
    String page(Query query, Model model) {
        query.done();
        return page(model, null);
    }

    private String page(Model model, @Nullable Greeting greeting) {
        model.addAttribute("connections", connections.list());
        model.addAttribute("greeting", greeting);
        model.addAttribute("longest", LONGEST);
        return "connections";
    }

    @PostMapping("/access/connections")
    String add(Query query, HttpServletResponse response) {
        String name = query.text("name", 63).orElse("");
        boolean jira = query.choice("kind", List.of("jira", "trello"), "jira").equals("jira");
        Optional<String> site = query.text("site", LONGEST);
        String place = query.text("place", LONGEST).orElse("");
        String detail = query.text("detail", LONGEST).orElse(jira ? "Task" : "");
        String user = query.text("user", LONGEST).orElse("");
        String token = query.text("token", LONGEST).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        response.setHeader("Cache-Control", "no-store");
        URI address = jira ? site(site.orElse("")) : Account.TRELLO;
        connections.add(name, new Account(jira ? Account.Kind.JIRA : Account.Kind.TRELLO, address, place, detail, user,
                token), by);
        return PAGE;
    }

    private static URI site(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.badRequest(List.of(Sentence.of("connections.site.bad")));
        }
    }

    /// What the other side answered stands in the answer itself, which nothing keeps.
    @PostMapping("/access/connections/{name}")
    String act(@PathVariable String name, Query query, Model model) {
        String act = query.choice("act", List.of("test", "remove"), "test");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        if (act.equals("remove")) {
            connections.remove(name, by);
            return PAGE;
        }
        return page(model, connections.greet(name));
    }
}
