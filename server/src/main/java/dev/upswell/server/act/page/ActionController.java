package dev.upswell.server.act.page;

import dev.upswell.server.act.Action;
import dev.upswell.server.act.Actions;
import dev.upswell.server.act.Settled;
import dev.upswell.server.act.Source;
import dev.upswell.server.act.page.ActionView.Maker;
import dev.upswell.server.integrate.Connections;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of one thing that is to be done: why, how soon, by whom until when, what was said of it, and where else it stands.
@Controller
class ActionController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_RESULT = 500;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int MOST_POINTS = 5;

    private final Actions actions;
    private final Connections connections;
    private final Words words;
    private final Figures figures;

    ActionController(Actions actions, Connections connections, Words words, Figures figures) {
        this.actions = actions;
        this.connections = connections;
        this.words = words;
        this.figures = figures;
    }

    @GetMapping("/actions/{id}")
    String action(@PathVariable String id, Query query, Model model) {
        query.done();
        Action action = actions.get(id);
        ActionView view = new Maker(words, figures, actions.now()).view(action, actions.elsewhere(action));
        model.addAttribute("view", view);
        model.addAttribute("action", action);
        model.addAttribute("order", action.source() instanceof Source.OfTask(var task) ? task.order() : null);
        model.addAttribute("history", actions.history(action));
        model.addAttribute("connections", connections.list().stream().filter(one -> view.elsewhere().stream()
                .noneMatch(there -> there.issue().connection().equals(one.name()) && !there.how().equals("failed")))
                .toList());
        model.addAttribute("points", List.of(1, 2, 3, 4, 5));
        return "action";
    }

    @PostMapping("/actions/{id}/comments")
    String comment(@PathVariable String id, Query query) {
        String text = query.text("text", LONGEST_COMMENT).orElse("");
        String by = by(query);
        query.done();
        Action action = actions.get(id);
        actions.comment(action, text, by);
        return page(action);
    }

    @PostMapping("/actions/{id}/take")
    String take(@PathVariable String id, Query query) {
        String by = by(query);
        query.done();
        return page(actions.take(actions.get(id), by));
    }

    @PostMapping("/actions/{id}/settle")
    String settle(@PathVariable String id, Query query) {
        Settled wanted = new Settled(query.text("assignee", LONGEST_NAME).orElse(null), query.day("due").orElse(null),
                points(query, "impact"), points(query, "effort"));
        String by = by(query);
        query.done();
        return page(actions.settle(actions.get(id), wanted, by));
    }

    @PostMapping("/actions/{id}/close")
    String close(@PathVariable String id, Query query) {
        boolean done = query.choice("as", List.of("done", "dropped"), "done").equals("done");
        String result = query.text("result", LONGEST_RESULT).orElse("");
        String by = by(query);
        query.done();
        return page(actions.close(actions.get(id), done, result, by));
    }

    @PostMapping("/actions/{id}/send")
    String send(@PathVariable String id, Query query) {
        String connection = query.text("connection", LONGEST_NAME).orElse("");
        String by = by(query);
        query.done();
        Action action = actions.get(id);
        actions.send(action, connection, by);
        return page(action);
    }

    private static String by(Query query) {
        return query.text("by", LONGEST_NAME).orElse("local");
    }

    private static @Nullable Integer points(Query query, String name) {
        int points = query.number(name, 0, MOST_POINTS, 0);
        return points == 0 ? null : points;
    }

    private static String page(Action action) {
        return "redirect:/actions/" + action.id();
    }
}
