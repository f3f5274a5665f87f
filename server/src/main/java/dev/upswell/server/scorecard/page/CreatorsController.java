package dev.upswell.server.scorecard.page;

import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.KpiScore.Level;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.scorecard.CreatorList;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.Scoring;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of creators: who does what brings revenue, how sure that is, and what holds each back.
@Controller
class CreatorsController {

    static final String PATH = "/creators";
    private static final int ROWS = 25;
    private static final String SCORE = "score, 0 to 1";
    private static final List<Column<CreatorList.Row>> COLUMNS = List.of(
            Column.text("name", CreatorList.Row::shown), Column.time("asOf", row -> row.card().asOf()),
            Column.number("score", SCORE, CreatorList.Row::overall), Column.text("level", CreatorList.Row::level),
            Column.number("worst", SCORE, row -> row.scored().worst()),
            Column.number("best", SCORE, row -> row.scored().best()),
            Column.number("coverage", "share of the weight that is known, 0 to 1", row -> row.scored().coverage()),
            Column.number("tier1", SCORE, row -> row.tier(1)), Column.number("tier2", SCORE, row -> row.tier(2)),
            Column.number("tier3", SCORE, row -> row.tier(3)),
            Column.text("gap", row -> row.gap() == null ? null : row.gap().gap().field()));
    private static final List<String> LEVELS = Stream.of(Level.values()).map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Scorecards cards;
    private final Pseudonyms names;

    CreatorsController(Scorecards cards, Pseudonyms names) {
        this.cards = cards;
        this.names = names;
    }

    /// A creator as a line of the page.
    ///
    /// @param gap code of the title of the playbook for the biggest gap; null when nothing holds the creator back
    record Line(String page, String name, @Nullable Double overall, @Nullable String level, Span span, double coverage,
            List<Tiered> tiers, @Nullable String gap) {
    }

    /// The average of a tier; null when nothing of it is known.
    record Tiered(int number, @Nullable Double average) {
    }

    /// A bottleneck that can be chosen.
    record Choice(String value, String code) {
    }

    @GetMapping(PATH)
    String creators(Query query, Model model) {
        CreatorList.Wanted wanted = CreatorList.Wanted.of(query);
        Paging paging = query.paging(ROWS);
        query.done();
        Scoring scoring = cards.now();
        List<KeptScorecard> latest = cards.latest();
        Listing<CreatorList.Row> rows = Listing.of(new CreatorList(latest, scoring, names).rows(wanted), paging);
        model.addAttribute("known", latest.size());
        model.addAttribute("asOf", latest.stream().map(KeptScorecard::asOf).max(Comparator.naturalOrder())
                .orElse(null));
        model.addAttribute("scoring", scoring);
        model.addAttribute("pseudonyms", names.used());
        model.addAttribute("wanted", wanted);
        model.addAttribute("sorts", CreatorList.SORTS);
        model.addAttribute("levels", LEVELS);
        model.addAttribute("gaps", Stream.of(Gap.values())
                .map(gap -> new Choice(gap.field(), Playbook.of(gap).title())).toList());
        model.addAttribute("rows", rows);
        model.addAttribute("lines", rows.items().stream().map(CreatorsController::line).toList());
        model.addAttribute("previous", url(wanted, paging.previous()));
        model.addAttribute("next", url(wanted, paging.next()));
        return "creators";
    }

    @GetMapping(path = PATH, params = FileFormat.PARAMETER)
    Table<CreatorList.Row> file(Query query) {
        CreatorList.Wanted wanted = CreatorList.Wanted.of(query);
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("creators", format, COLUMNS,
                new CreatorList(cards.latest(), cards.now(), names).rows(wanted));
    }

    @PostMapping(PATH + "/run")
    String run(Query query) {
        query.done();
        cards.lastTold().ifPresent(cards::run);
        return "redirect:" + PATH;
    }

    private static Line line(CreatorList.Row row) {
        return new Line(card(row.name()), row.shown(), row.overall(), row.level(),
                Span.of(row.scored().worst(), row.scored().best(), row.overall()), row.scored().coverage(),
                Stream.of(1, 2, 3).map(number -> new Tiered(number, row.tier(number))).toList(),
                row.gap() == null ? null : Playbook.of(row.gap().gap()).title());
    }

    /// Where the scorecard of a creator stands.
    static String card(String name) {
        return Link.to(PATH + "/card", name).toString();
    }

    private static String url(CreatorList.Wanted wanted, Paging paging) {
        return Link.to(PATH).with("q", wanted.text(), "").with("level", wanted.level(), null)
                .with("gap", wanted.gap(), null).with("known", wanted.knownPercent(), 0)
                .with("sort", wanted.sort(), CreatorList.SORTS.getFirst()).with("limit", paging.limit(), ROWS)
                .with("offset", paging.offset(), 0).toString();
    }
}
