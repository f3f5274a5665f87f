package dev.upswell.server.live.page;

import dev.upswell.poll.Cadence;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.LiveProblem;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.Manner;
import dev.upswell.server.live.WatchList.Watched;
import dev.upswell.server.live.WatchPlans.Planned;
import dev.upswell.server.live.WatchPlans.SourcePlan;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of watch lists: what is watched, how often and why, what that costs, and what is given up; people change it here.
@Controller
class WatchesController {

    private static final List<Integer> MINUTES = List.of(15, 30, 60, 120, 240, 480, 1_440, 10_080);
    private static final List<String> KINDS = Arrays.stream(Watch.Kind.values()).map(Watch.Kind::label).toList();
    private static final List<String> PRIORITIES = Arrays.stream(Watch.Priority.values()).map(Watch.Priority::label)
            .toList();
    private static final int AS_PLANNED = 0;
    private static final int USUAL_PAGES = 3;

    private final Live live;
    private final Times times;
    private final PlanWords words;

    WatchesController(Live live, Times times, PlanWords words) {
        this.live = live;
        this.times = times;
        this.words = words;
    }

    /// A choice of how often.
    record Every(int minutes, String text) {
    }

    @GetMapping("/sources/watches")
    String watches(Query query, Model model) {
        query.done();
        List<Watched> all = live.watches().list();
        List<SourcePlan> plans = live.plans().list();
        Map<UUID, Planned> planned = plans.stream().flatMap(plan -> plan.watches().stream())
                .collect(Collectors.toMap(one -> one.watch().id(), Function.identity()));
        Map<String, List<PlanWords.Row>> groups = new LinkedHashMap<>();
        PlanWords.GROUPS.forEach(group -> groups.put(group, all.stream()
                .filter(one -> PlanWords.group(one.watch()).equals(group))
                .map(one -> words.row(one, planned.get(one.watch().id()))).toList()));
        groups.values().removeIf(List::isEmpty);
        long paused = planned.values().stream().filter(one -> one.cadence() instanceof Cadence.Paused).count();
        model.addAttribute("headline", headline(all.size(), paused));
        List<SourceStatus> sources = live.sources().list();
        Map<String, String> units = sources.stream()
                .collect(Collectors.toMap(SourceStatus::name, SpendUnit::of));
        model.addAttribute("plans", plans.stream()
                .map(plan -> words.card(plan, units.getOrDefault(plan.source(), "units"))).toList());
        model.addAttribute("groups", groups);
        model.addAttribute("names", sources.stream().map(SourceStatus::name).toList());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("priorities", PRIORITIES);
        model.addAttribute("every", Stream.concat(Stream.of(new Every(AS_PLANNED, words.asPlanned())),
                MINUTES.stream().map(minutes -> new Every(minutes, times.length(Duration.ofMinutes(minutes)))))
                .toList());
        model.addAttribute("mostPages", Watch.MOST_PAGES);
        return "watches";
    }

    private static Sentence headline(int watched, long paused) {
        if (watched == 0) {
            return Sentence.of("live.headline.noWatch");
        }
        return paused == 0
                ? Sentence.of("watches.headline", watched)
                : Sentence.of("watches.headline.paused", watched, paused);
    }

    @PostMapping("/sources/watches")
    String add(Query query) {
        String source = query.text("source", 50).orElse("");
        String text = query.text("subject", 200).orElse("");
        Manner manner = manner(query);
        query.done();
        Subject subject = LiveProblem.subject(text);
        LiveProblem.translated(() -> live.watches().add(source, subject, manner));
        return "redirect:/sources/watches";
    }

    @PostMapping("/sources/watches/{id}/change")
    String change(@PathVariable String id, Query query) {
        Manner manner = manner(query);
        query.done();
        UUID meant = LiveProblem.id(id);
        LiveProblem.translated(() -> live.watches().change(meant, manner));
        return "redirect:/sources/watches";
    }

    private static Manner manner(Query query) {
        Watch.Kind kind = Watch.Kind.of(query.choice("kind", KINDS, Watch.Kind.TOPIC.label()));
        Watch.Priority priority = Watch.Priority
                .of(query.choice("priority", PRIORITIES, Watch.Priority.NORMAL.label()));
        int minutes = query.number("every", AS_PLANNED, (int) Watch.LONGEST.toMinutes(), AS_PLANNED);
        int pages = query.number("pages", 1, Watch.MOST_PAGES, USUAL_PAGES);
        boolean pinned = minutes != AS_PLANNED;
        return new Manner(kind, priority, pinned, pinned ? Duration.ofMinutes(minutes) : Duration.ofHours(1), pages);
    }

    @PostMapping("/sources/watches/{id}/remove")
    String remove(@PathVariable String id, Query query) {
        query.done();
        UUID meant = LiveProblem.id(id);
        LiveProblem.translated(() -> live.watches().remove(meant));
        return "redirect:/sources/watches";
    }

    @PostMapping("/sources/watches/plan")
    String plan(Query query) {
        query.done();
        LiveProblem.translated(() -> live.plans().renew());
        return "redirect:/sources/watches";
    }
}
