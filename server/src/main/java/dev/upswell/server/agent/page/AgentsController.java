package dev.upswell.server.agent.page;

import dev.upswell.server.access.Permissions;
import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Cadence.Missed;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Run;
import dev.upswell.server.event.Event;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Rows;
import dev.upswell.server.listing.Table;
import dev.upswell.server.notify.Target;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page of the agents: the day in a few lines, what is to be read, where people are told of it elsewhere, every job with its
/// next slot and its last run; and the page of a job, where people change its cadence.
@Controller
class AgentsController {

    private static final int RUNS = 25;
    private static final Paging NOTICES = new Paging(10, 0);
    private static final Paging DELIVERIES = new Paging(10, 0);

    private final AgentPages pages;
    private final Words words;
    private final Wording wording;

    AgentsController(AgentPages pages, Words words, Figures figures) {
        this.pages = pages;
        this.words = words;
        this.wording = new Wording(words, figures);
    }

    /// A job as a row shows it.
    ///
    /// @param run null before the first
    record Row(Standing standing, String cadence, @Nullable RunRow run) {
    }

    /// A run as a row shows it.
    record RunRow(Run run, String length, String counts) {
    }

    /// An event as a row shows it.
    record EventRow(Event event, String about, String length) {
    }

    @GetMapping("/agents")
    String agents(Query query, Model model,
            @RequestAttribute(name = Permissions.ATTRIBUTE, required = false) @Nullable Permissions permissions) {
        query.done();
        List<Standing> jobs = pages.jobs();
        Listing<Event> unread = pages.unread(NOTICES,
                permissions != null && permissions.keepsAccess());
        model.addAttribute("headline", headline(jobs));
        model.addAttribute("summary", pages.summary());
        model.addAttribute("unread", unread);
        model.addAttribute("notices", unread.items().stream()
                .map(event -> new EventRow(event, wording.about(event), wording.length(event.took()))).toList());
        model.addAttribute("channels", pages.channels());
        model.addAttribute("zone", Times.zone().getId());
        model.addAttribute("longest", Target.LONGEST);
        model.addAttribute("deliveries", pages.deliveries(DELIVERIES));
        model.addAttribute("jobs", jobs.stream()
                .map(one -> new Row(one, wording.cadence(one.cadence()), run(one.last()))).toList());
        return "agents";
    }

    private @Nullable RunRow run(@Nullable Run run) {
        if (run == null) {
            return null;
        }
        Instant begun = run.begunAt();
        Instant ended = run.endedAt();
        Duration took = begun == null || ended == null ? null : Duration.between(begun, ended);
        return new RunRow(run, wording.length(took), wording.counts(run.counts()));
    }

    private static Sentence headline(List<Standing> jobs) {
        long failed = jobs.stream().map(Standing::last).filter(run -> run != null && run.state() == Run.State.FAILED)
                .count();
        long off = jobs.stream().filter(job -> !job.cadence().enabled()).count();
        return failed > 0
                ? Sentence.of("agents.headline.failed", failed)
                : off > 0 ? Sentence.of("agents.headline.off", off) : Sentence.of("agents.headline", jobs.size());
    }

    @GetMapping("/agents/jobs/{name}")
    String job(@PathVariable String name, Query query, Model model) {
        Paging paging = query.paging(RUNS);
        query.done();
        Standing standing = pages.job(name);
        Listing<Run> runs = pages.runs(name, paging);
        Cadence cadence = standing.cadence();
        Rule rule = cadence.rule();
        model.addAttribute("standing", standing);
        model.addAttribute("cadence", wording.cadence(cadence));
        model.addAttribute("rule", rule == null ? CadenceChange.NEVER : rule.text());
        model.addAttribute("missed", Map.of(Missed.CATCH_UP.label(), words.say("agents.missed.catch-up"),
                Missed.SKIP.label(), words.say("agents.missed.skip")));
        model.addAttribute("runs", runs);
        model.addAttribute("rows", runs.items().stream().map(this::run).toList());
        model.addAttribute("previous", url(name, runs.paging().previous()));
        model.addAttribute("next", url(name, runs.paging().next()));
        return "agents-job";
    }

    @GetMapping(path = "/agents/jobs/{name}", params = FileFormat.PARAMETER)
    Table<Run> file(@PathVariable String name, Query query) {
        FileFormat format = FileFormat.of(query);
        query.done();
        pages.job(name);
        return new Table<>("runs-" + name, format, AgentColumns.RUNS, Rows.of(part -> pages.runs(name, part).items()));
    }

    private static String url(String name, Paging paging) {
        return Link.to("/agents/jobs", name).with("offset", paging.offset(), 0) + "#runs";
    }

    @PostMapping("/agents/jobs/{name}")
    String change(@PathVariable String name, Query query) {
        String rule = query.text("every", 60).orElse(CadenceChange.NEVER);
        boolean newData = query.flag("newData");
        String missed = query.choice("missed", List.of(Missed.CATCH_UP.label(), Missed.SKIP.label()),
                Missed.CATCH_UP.label());
        int backlog = query.number("backlog", 1, Cadence.MOST, 1);
        boolean enabled = query.flag("enabled");
        boolean usual = query.flag("usual");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        pages.change(name, new CadenceChange(rule, newData,
                missed.equals(Missed.SKIP.label()) ? Missed.SKIP : Missed.CATCH_UP, backlog, enabled, usual), by);
        return "redirect:" + Link.to("/agents/jobs", name);
    }

    @PostMapping("/agents/jobs/{name}/run")
    String run(@PathVariable String name, Query query) {
        query.done();
        pages.ask(name);
        return "redirect:" + Link.to("/agents/jobs", name);
    }

    @PostMapping("/agents/notices/read")
    String read(Query query) {
        Instant until = query.instant("until").orElse(Instant.EPOCH);
        String by = query.text("by", 100).orElse("hand");
        query.done();
        pages.read(until, by);
        return "redirect:/agents";
    }
}
