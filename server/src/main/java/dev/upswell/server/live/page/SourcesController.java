package dev.upswell.server.live.page;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Ceiling;
import dev.upswell.server.live.DeadLetters;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.LiveProblem;
import dev.upswell.server.live.Replays.Replay;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.SourceStatus.Paused;
import dev.upswell.server.live.SpendForecast;
import dev.upswell.server.live.WatchList.Watched;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of sources and quotas: what was used of each budget and will be, what is let be spent at most, and what failed for good;
/// people set ceilings here, have a round run, take dead letters up again, and have raw answers read again.
@Controller
class SourcesController {

    private static final int ROWS = 25;
    private static final int REPLAYS = 5;
    /// Why letters are dead.
    private static final List<String> REASONS = List.of("retry-later", "malformed", "unfit", "fault", "unstorable");

    private final Live live;
    private final Replays replays;
    private final Words words;
    private final Figures figures;
    private final Times times;
    private final InstantSource clock;

    SourcesController(Live live, Replays replays, Words words, Figures figures, Times times, InstantSource clock) {
        this.clock = clock;
        this.live = live;
        this.replays = replays;
        this.words = words;
        this.figures = figures;
        this.times = times;
    }

    /// A provider as a card shows it.
    ///
    /// @param unit what its spending is counted in, in words
    /// @param paused why nothing is asked; null while it is asked
    /// @param reused what was answered from what was kept; null when nothing was
    /// @param plot of today's spending; null before the first plan
    record Card(SourceStatus source, String unit, List<Quota> quotas, @Nullable String paused, @Nullable String reused,
            @Nullable String today, @Nullable String month, @Nullable SpendPlot plot) {
    }

    /// A budget as a bar.
    ///
    /// @param percent that is used
    /// @param planned what the plan uses; null where that is not foretold
    /// @param lowered what keeps the limit below that of the key; null when nothing does
    record Quota(String name, int percent, String used, @Nullable String planned, @Nullable String lowered) {
    }

    @GetMapping("/sources")
    String sources(Query query, Model model) {
        DeadLetters.Filter filter = LiveProblem.letters(query);
        Paging paging = query.paging(ROWS);
        query.done();
        List<SourceStatus> sources = live.sources().list();
        List<Watched> watches = live.watches().list();
        model.addAttribute("headline", headline(sources, watches));
        model.addAttribute("noKeys", sources.stream().allMatch(source -> source.key() == null));
        model.addAttribute("cards", sources.stream().map(this::card).toList());
        model.addAttribute("letters",
                new Listing<>(live.deadLetters().list(filter, paging.limit(), paging.offset()),
                        live.deadLetters().count(filter), paging));
        model.addAttribute("filter", filter);
        model.addAttribute("reasons", REASONS);
        model.addAttribute("replays", replays.list(REPLAYS, 0));
        model.addAttribute("previous", url(filter, paging.previous()));
        model.addAttribute("next", url(filter, paging.next()));
        return "sources";
    }

    private static String url(DeadLetters.Filter filter, Paging paging) {
        return Link.to("/sources").with("source", filter.source(), "").with("reason", filter.reason(), "")
                .with("from", filter.from(), null).with("until", filter.until(), null)
                .with("offset", paging.offset(), 0) + "#letters";
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
        SpendForecast spend = source.forecast();
        String unit = unit(SpendUnit.of(source));
        return new Card(source, unit, source.budgets().stream().map(use -> quota(source, use)).toList(), paused,
                reused(source.reused()), spend == null ? null : today(spend, unit),
                spend == null ? null : month(spend, unit),
                spend == null ? null : SpendPlot.of(spend, limit(source), clock.instant(), figures));
    }

    private @Nullable String reused(SourceStatus.Reused reused) {
        return reused.month() == 0
                ? null
                : words.say("live.reused", figures.exact(reused.today()), figures.exact(reused.month()));
    }

    private static @Nullable Long limit(SourceStatus source) {
        return source.budgets().stream().map(SourceStatus.Use::budget)
                .filter(budget -> budget.span() instanceof Budget.Span.Day).map(Budget::limit).findFirst().orElse(null);
    }

    private String unit(String unit) {
        return words.say("live.unit." + unit);
    }

    private String today(SpendForecast spend, String unit) {
        return words.say("live.spend.today", unit, figures.exact(spend.usedToday()),
                figures.count(Math.round(spend.expectedToday())), figures.count(Math.round(spend.mostToday())));
    }

    private String month(SpendForecast spend, String unit) {
        String used = figures.exact(spend.usedThisMonth());
        String expected = figures.count(Math.round(spend.expectedThisMonth()));
        BigDecimal money = spend.money();
        return money == null || spend.currency() == null
                ? words.say("live.spend.month", unit, used, expected)
                : words.say("live.spend.month.money", unit, used, expected, money.toPlainString(), spend.currency());
    }

    private Quota quota(SourceStatus source, SourceStatus.Use use) {
        Double planned = use.plannedPerDay();
        String unit = unit(SpendUnit.of(source, use.budget()));
        return new Quota(words.sayOr("live.budget." + use.budget().name(), use.budget().name()),
                (int) Math.round(use.share() * 100),
                words.say("live.used", figures.exact(use.used()), figures.exact(use.budget().limit()), unit),
                planned == null ? null : words.say("live.planned", figures.count(planned), unit),
                use.because() == SourceStatus.Because.KEY
                        ? null
                        : words.say("live.because." + use.because().name().toLowerCase(Locale.ROOT)));
    }

    @PostMapping("/sources/collect")
    String collect(Query query) {
        query.done();
        LiveProblem.translated(() -> {
            live.collector().begin();
            return live;
        });
        return "redirect:/sources";
    }

    @PostMapping("/sources/{name}/ceiling")
    String ceiling(@PathVariable String name, Query query) {
        String perDay = query.text("perDay", 18).orElse("");
        String perMonth = query.text("perMonth", 18).orElse("");
        String money = query.text("money", 18).orElse("");
        String price = query.text("price", 18).orElse("");
        String currency = query.text("currency", 3).orElse("");
        query.done();
        LiveProblem.translated(() -> {
            live.sources().limit(name, Ceiling.parse(perDay, perMonth, money, price, currency));
            return live;
        });
        return "redirect:/sources";
    }

    @PostMapping("/sources/letters/close")
    String closeAll(Query query) {
        DeadLetters.Filter filter = LiveProblem.letters(query);
        boolean replay = query.choice("as", List.of("replay", "drop"), "replay").equals("replay");
        boolean all = query.flag("all");
        query.done();
        DeadLetters.Filter meant = LiveProblem.closing(filter, all);
        LiveProblem.translated(() -> replay ? live.deadLetters().replay(meant) : live.deadLetters().drop(meant));
        return "redirect:/sources";
    }

    @PostMapping("/sources/replays")
    String replay(Query query) {
        var wanted = new Replay.Wanted(query.text("source", 64).orElse(""), query.instant("from").orElse(null),
                query.instant("until").orElse(null), query.flag("all"));
        query.done();
        LiveProblem.translated(() -> replays.ask(wanted, null));
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
