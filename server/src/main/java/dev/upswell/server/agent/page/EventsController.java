package dev.upswell.server.agent.page;

import dev.upswell.server.access.Permissions;
import dev.upswell.server.agent.page.AgentsController.EventRow;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Rows;
import dev.upswell.server.listing.Table;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page of events: what happened, by agent and type, and which of it people are told of.
@Controller
class EventsController {

    private static final int ROWS = 50;

    private final AgentPages pages;
    private final Wording wording;

    EventsController(AgentPages pages, Words words, Figures figures) {
        this.pages = pages;
        this.wording = new Wording(words, figures);
    }

    @GetMapping("/agents/events")
    String events(Query query, Model model,
            @RequestAttribute(name = Permissions.ATTRIBUTE, required = false) @Nullable Permissions permissions) {
        String role = role(query);
        String type = type(query);
        Paging paging = query.paging(ROWS);
        query.done();
        Listing<Event> events = pages.events(filter(role, type, permissions), paging);
        model.addAttribute("role", role);
        model.addAttribute("type", type);
        model.addAttribute("roles", Role.values());
        model.addAttribute("types", EventType.values());
        model.addAttribute("events", events);
        model.addAttribute("rows", events.items().stream()
                .map(event -> new EventRow(event, wording.about(event), wording.length(event.took()))).toList());
        model.addAttribute("previous", url(role, type, paging.previous()));
        model.addAttribute("next", url(role, type, paging.next()));
        model.addAttribute("rules", pages.rules());
        model.addAttribute("channels", pages.channels());
        return "agents-events";
    }

    @GetMapping(path = "/agents/events", params = FileFormat.PARAMETER)
    Table<Event> file(Query query,
            @RequestAttribute(name = Permissions.ATTRIBUTE, required = false) @Nullable Permissions permissions) {
        EventFilter filter = filter(role(query), type(query), permissions);
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("events", format, AgentColumns.EVENTS, Rows.of(part -> pages.events(filter, part).items()));
    }

    private static @Nullable String role(Query query) {
        return query.oneOf("agent", Arrays.stream(Role.values()).map(Role::label).toList()).orElse(null);
    }

    private static @Nullable String type(Query query) {
        return query.oneOf("type", Arrays.stream(EventType.values()).map(Enum::name).toList()).orElse(null);
    }

    private static EventFilter filter(@Nullable String role, @Nullable String type,
            @Nullable Permissions permissions) {
        return new EventFilter(role == null ? null : Role.find(role).orElseThrow(),
                type == null ? List.of() : List.of(type), null, null)
                .forReaderOfAccess(permissions != null && permissions.keepsAccess());
    }

    private static String url(@Nullable String role, @Nullable String type, Paging paging) {
        return Link.to("/agents/events").with("agent", role, null).with("type", type, null)
                .with("offset", paging.offset(), 0).toString();
    }

    @PostMapping("/agents/rules/{name}")
    String tell(@PathVariable String name, Query query) {
        String send = query.text("send", 63).orElse(null);
        String stop = query.text("stop", 63).orElse(null);
        boolean told = query.flag("told");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        EventType type = EventType.find(name)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.event.unknown")));
        if (send != null) {
            pages.send(type, send, true, by);
        } else if (stop != null) {
            pages.send(type, stop, false, by);
        } else {
            pages.tell(type, told, by);
        }
        return "redirect:/agents/events#rules";
    }
}
