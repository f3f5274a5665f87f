package dev.upswell.server.act.page;

import dev.upswell.server.access.Caller;
import dev.upswell.server.act.Action;
import dev.upswell.server.act.Action.Queue;
import dev.upswell.server.act.Actions;
import dev.upswell.server.act.Actions.Filter;
import dev.upswell.server.act.page.ActionView.Maker;
import dev.upswell.server.integrate.TrackedIssue;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The action centre: all that is to be done, what is worth most for the least work first.
@Controller
class ActionsController {

    private static final int ROWS = 25;
    private static final List<String> QUEUES = Arrays.stream(Queue.values()).map(Queue::label).toList();

    private final Actions actions;
    private final Words words;
    private final Figures figures;

    ActionsController(Actions actions, Words words, Figures figures) {
        this.actions = actions;
        this.words = words;
        this.figures = figures;
    }

    @GetMapping("/actions")
    String actions(Query query, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String queue = query.oneOf("queue", QUEUES).orElse(null);
        boolean closed = query.choice("state", List.of("pending", "closed"), "pending").equals("closed");
        boolean mine = query.flag("mine");
        Paging paging = query.paging(ROWS);
        query.done();
        String me = caller == null ? "" : caller.name();
        List<Action> all = actions.list(new Filter(queue == null ? null : Queue.valueOf(queue.toUpperCase(Locale.ROOT)),
                closed, mine ? me : null));
        Listing<Action> part = Listing.of(all, paging);
        Map<UUID, List<TrackedIssue>> elsewhere = actions.elsewhere(part.items());
        Maker maker = new Maker(words, figures, actions.now());
        model.addAttribute("actions", part);
        model.addAttribute("rows",
                part.items().stream().map(one -> maker.view(one, elsewhere.get(one.id()))).toList());
        model.addAttribute("late", all.stream().filter(one -> one.isLate(actions.now())).count());
        model.addAttribute("queue", queue);
        model.addAttribute("queues", QUEUES);
        model.addAttribute("closed", closed);
        model.addAttribute("mine", mine);
        model.addAttribute("named", !me.isEmpty());
        Link link = Link.to("/actions").with("queue", queue, null)
                .with("state", closed ? "closed" : "pending", "pending")
                .with("mine", mine, false);
        model.addAttribute("previous", link.with("offset", paging.previous().offset(), 0).toString());
        model.addAttribute("next", link.with("offset", paging.next().offset(), 0).toString());
        return "actions";
    }
}
