package dev.upswell.server.live.page;

import dev.upswell.server.live.Live;
import dev.upswell.server.live.LiveProblem;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SourceStatus.Paused;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.Watched;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of sources and quotas: what was used of each budget, what is watched, and what failed for good; people change the
/// watch list here and take dead letters up again.
@Controller
class SourcesController {

    private static final int ROWS = 25;
    private static final List<Integer> MINUTES = List.of(15, 30, 60, 180, 360, 720, 1_440, 10_080);

    private final Live live;
    private final Words words;
    private final Figures figures;
    private final Times times;

    SourcesController(Live live, Words words, Figures figures, Times times) {
        this.live = live;
        this.words = words;
        this.figures = figures;
        this.times = times;
    }

    /// A provider as a card shows it.
    ///
    /// @param paused why nothing is asked; null while it is asked
    record Card(SourceStatus source, List<Quota> quotas, @Nullable String paused) {
    }

    /// A budget as a bar.
    ///
    /// @param percent that is used
    /// @param planned what the watch list would use; null where that is not foretold
    record Quota(String name, int percent, String used, @Nullable String planned, boolean overplanned) {
    }

    /// A choice of how often.
    record Every(int minutes, String text) {
    }

    @GetMapping("/sources")
    String sources(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        List<SourceStatus> sources = live.sources().list();
        List<Watched> watches = live.watches().list();
        model.addAttribute("headline", headline(sources, watches));
        model.addAttribute("cards", sources.stream().map(this::card).toList());
        model.addAttribute("names", sources.stream().map(SourceStatus::name).toList());
        model.addAttribute("every", MINUTES.stream()
                .map(minutes -> new Every(minutes, times.length(Duration.ofMinutes(minutes)))).toList());
        model.addAttribute("mostPages", Watch.MOST_PAGES);
        model.addAttribute("watches", watches);
        model.addAttribute("letters",
                new Listing<>(live.deadLetters().list(paging.limit(), paging.offset()), live.deadLetters().count(),
                        paging));
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        return "sources";
    }

    private static String url(Paging paging) {
        return Link.to("/sources").with("offset", paging.offset(), 0) + "#letters";
    }

    private static Sentence headline(List<SourceStatus> sources, List<Watched> watches) {
        long keys = sources.stream().filter(source -> source.key() != null).count();
        if (keys == 0) {
            return Sentence.of("live.headline.noKey");
        }
        return watches.isEmpty()
                ? Sentence.of("live.headline.noWatch")
                : Sentence.of("live.headline", watches.size(), keys);
    }

    private Card card(SourceStatus source) {
        Paused pause = source.pause();
        String paused = pause == null
                ? null
                : words.say("live.paused.until", times.moment(pause.until()), pause.reason());
        return new Card(source, source.budgets().stream().map(this::quota).toList(), paused);
    }

    private Quota quota(SourceStatus.Use use) {
        Double planned = use.plannedPerDay();
        String counts = use.budget().counts().name().toLowerCase(Locale.ROOT);
        return new Quota(words.sayOr("live.budget." + use.budget().name(), use.budget().name()),
                (int) Math.round(use.share() * 100),
                words.say("live.used." + counts, figures.exact(use.used()), figures.exact(use.budget().limit())),
                planned == null ? null : words.say("live.planned", figures.count(planned)), use.overplanned());
    }

    @PostMapping("/sources/watches")
    String add(Query query) {
        String source = query.text("source", 50).orElse("");
        String text = query.text("subject", 200).orElse("");
        int minutes = query.number("every", (int) Watch.SHORTEST.toMinutes(), (int) Watch.LONGEST.toMinutes(), 60);
        int pages = query.number("pages", 1, Watch.MOST_PAGES, 3);
        query.done();
        Subject subject = LiveProblem.subject(text);
        LiveProblem.translated(() -> live.watches().add(source, subject, Duration.ofMinutes(minutes), pages));
        return "redirect:/sources";
    }

    @PostMapping("/sources/watches/{id}/remove")
    String remove(@PathVariable String id, Query query) {
        query.done();
        UUID meant = LiveProblem.id(id);
        LiveProblem.translated(() -> live.watches().remove(meant));
        return "redirect:/sources";
    }

    @PostMapping("/sources/letters/{id}/close")
    String close(@PathVariable String id, Query query) {
        boolean replay = query.choice("as", List.of("replay", "drop"), "replay").equals("replay");
        query.done();
        UUID meant = LiveProblem.id(id);
        LiveProblem.translated(() -> replay ? live.deadLetters().replay(meant) : live.deadLetters().drop(meant));
        return "redirect:/sources";
    }
}
