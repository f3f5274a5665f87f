package dev.upswell.server.act.page;

import dev.upswell.server.access.Caller;
import dev.upswell.server.act.Action;
import dev.upswell.server.act.Action.Queue;
import dev.upswell.server.act.ActionDocument;
import dev.upswell.server.act.Actions;
import dev.upswell.server.act.Actions.Filter;
import dev.upswell.server.act.page.ActionView.Maker;
import dev.upswell.server.integrate.TrackedIssue;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
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
    private static final List<Column<ActionDocument>> COLUMNS = Column.of(ActionDocument.class,
            Map.of("priority", "points of 25", "impact.points", "points of 5", "effort.points", "points of 5"));
    private static final List<String> QUEUES = Arrays.stream(Queue.values()).map(Queue::label).toList();

    private final Actions actions;
    private final Words words;
    private final Figures figures;

    ActionsController(Actions actions, Words words, Figures figures) {
        this.actions = actions;
        this.words = words;
        this.figures = figures;
    }

    /// Which of it is asked for.
    ///
    /// @param queue null for all
    /// @param mine whether only what the reader is to do
    private record Wanted(@Nullable String queue, boolean closed, boolean mine) {

        static Wanted of(Query query) {
            return new Wanted(query.oneOf("queue", QUEUES).orElse(null),
                    query.choice("state", List.of("pending", "closed"), "pending").equals("closed"),
                    query.flag("mine"));
        }

        Filter filter(String me) {
            return new Filter(queue == null ? null : Queue.valueOf(queue.toUpperCase(Locale.ROOT)), closed,
                    mine ? me : null);
        }
    }

    @GetMapping(path = "/actions", params = FileFormat.PARAMETER)
    Table<ActionDocument> file(Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        Wanted wanted = Wanted.of(query);
        FileFormat format = FileFormat.of(query);
        query.done();
        List<Action> all = actions.list(wanted.filter(caller == null ? "" : caller.name()));
        return new Table<>("actions", format, COLUMNS,
                all.stream().map(one -> ActionDocument.of(one, actions.now(), null, null)).toList());
    }

    @GetMapping("/actions")
    String actions(Query query, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        Wanted wanted = Wanted.of(query);
        String queue = wanted.queue();
        boolean closed = wanted.closed();
        boolean mine = wanted.mine();
        Paging paging = query.paging(ROWS);
        query.done();
        String me = caller == null ? "" : caller.name();
        List<Action> all = actions.list(wanted.filter(me));
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
