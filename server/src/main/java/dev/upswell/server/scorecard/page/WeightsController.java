package dev.upswell.server.scorecard.page;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.scorecard.CreatorList;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.Scoring;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages on which weights are tried, and creators are set beside each other.
@Controller
class WeightsController {

    private static final String WEIGHTS = "/creators/weights";
    private static final int ROWS = 25;
    private static final int ADOPTIONS = 50;
    /// Steps of a slider.
    private static final int STEPS = 200;
    private static final int MOST_COMPARED = 4;

    private final Scorecards cards;
    private final Pseudonyms names;

    WeightsController(Scorecards cards, Pseudonyms names) {
        this.cards = cards;
        this.names = names;
    }

    /// A weight with its slider.
    ///
    /// @param step where the slider stands
    /// @param weight what that is once all are divided by their sum
    record Slider(String field, int tier, int step, double weight) {
    }

    /// A weighting that can be started from.
    record Preset(String name, int version, String url, boolean inForce) {
    }

    @GetMapping(WEIGHTS)
    String weights(Query query, Model model) {
        Scoring scoring = cards.now();
        Map<Kpi, Integer> steps = steps(query, scoring.weighting());
        Paging paging = query.paging(ROWS);
        query.done();
        Weighting tried = weighting(steps);
        CreatorList list = new CreatorList(cards.latest(), scoring, names);
        List<CreatorList.Moved> moved = list.under(tried);
        model.addAttribute("sliders", sliders(steps, tried));
        model.addAttribute("most", STEPS);
        model.addAttribute("scoring", scoring);
        model.addAttribute("presets", presets(scoring));
        model.addAttribute("adoptions", cards.weightings().adoptions(ADOPTIONS, 0).items());
        model.addAttribute("agreement", CreatorList.agreement(moved).orElse(null));
        model.addAttribute("rows", Listing.of(moved, paging));
        model.addAttribute("previous", url(steps, paging.previous()));
        model.addAttribute("next", url(steps, paging.next()));
        return "creators-weights";
    }

    @PostMapping(WEIGHTS + "/keep")
    String keep(Query query) {
        Map<Kpi, Integer> steps = steps(query, cards.now().weighting());
        String name = query.text("name", 64).orElse("");
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        Weighting tried = weighting(steps);
        Map<String, Double> weights = new LinkedHashMap<>();
        tried.weights().forEach((kpi, weight) -> weights.put(kpi.field(), weight));
        cards.keepAndAdopt(name, weights, reason, by);
        return "redirect:" + WEIGHTS;
    }

    @PostMapping(WEIGHTS + "/adopt")
    String adopt(Query query) {
        String name = query.text("name", 64).orElse("");
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        cards.adopt(name, reason, by);
        return "redirect:" + WEIGHTS;
    }

    private static Map<Kpi, Integer> steps(Query query, Weighting usual) {
        Map<Kpi, Integer> steps = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            int fallback = (int) Math.round(usual.of(kpi) * STEPS);
            steps.put(kpi, query.number(kpi.field(), 0, STEPS, fallback));
        }
        return steps;
    }

    /// The weights that sliders say, divided by their sum.
    private static Weighting weighting(Map<Kpi, Integer> steps) {
        double sum = steps.values().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.scorecard.weightless")));
        }
        Map<Kpi, Double> weights = new EnumMap<>(Kpi.class);
        steps.forEach((kpi, step) -> weights.put(kpi, step / sum));
        return new Weighting(weights);
    }

    private static List<Slider> sliders(Map<Kpi, Integer> steps, Weighting tried) {
        return Stream.of(Kpi.values()).map(
                kpi -> new Slider(kpi.field(), kpi.tier().number(), steps.getOrDefault(kpi, 0), tried.of(kpi)))
                .toList();
    }

    private List<Preset> presets(Scoring scoring) {
        List<Preset> presets = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (KeptWeighting one : cards.weightings().list()) {
            if (seen.add(one.name())) {
                Map<Kpi, Integer> steps = new EnumMap<>(Kpi.class);
                for (Kpi kpi : Kpi.values()) {
                    steps.put(kpi, (int) Math.round(one.weighting().of(kpi) * STEPS));
                }
                presets.add(new Preset(one.name(), one.version(), url(steps, new Paging(ROWS, 0)),
                        one.name().equals(scoring.name()) && one.version() == scoring.version()));
            }
        }
        return presets;
    }

    private static String url(Map<Kpi, Integer> steps, Paging paging) {
        Link link = Link.to(WEIGHTS);
        steps.forEach((kpi, step) -> link.with(kpi.field(), step, null));
        return link.with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }

    /// A creator in a column.
    record Column(String page, String name, @Nullable Double overall, Span span, double coverage) {
    }

    /// An indicator across creators.
    record Across(String field, int tier, double weight, List<Cell> cells) {
    }

    /// An indicator of a creator.
    record Cell(@Nullable Double score, @Nullable String level, Span span, double coverage) {
    }

    @GetMapping("/creators/compare")
    String compare(Query query, Model model) {
        List<String> asked = Stream.of("a", "b", "c", "d").flatMap(field -> query.text(field, 200).stream()).distinct()
                .limit(MOST_COMPARED).toList();
        query.done();
        Scoring scoring = cards.now();
        List<CreatorList.Row> all = new CreatorList(cards.latest(), scoring, names).rows(CreatorList.Wanted.ALL);
        List<CreatorList.Row> chosen = asked.isEmpty()
                ? all.stream().limit(2).toList()
                : asked.stream().map(name -> named(all, name)).toList();
        model.addAttribute("all", all.stream().limit(500).toList());
        model.addAttribute("chosen", chosen.stream().map(CreatorList.Row::name).toList());
        model.addAttribute("fields", List.of("a", "b", "c", "d"));
        model.addAttribute("columns", chosen.stream().map(row -> new Column(CreatorsController.card(row.name()),
                row.shown(), row.overall(), Span.of(row.scored().worst(), row.scored().best(), row.overall()),
                row.scored().coverage())).toList());
        model.addAttribute("lines",
                Stream.of(Kpi.values())
                        .map(kpi -> new Across(kpi.field(), kpi.tier().number(), scoring.weighting().of(kpi),
                                chosen.stream().map(row -> cell(row.scored(), kpi)).toList()))
                        .toList());
        return "creators-compare";
    }

    private CreatorList.Row named(List<CreatorList.Row> all, String name) {
        String handle = names.handle(name,
                all.stream().map(CreatorList.Row::card).map(KeptScorecard::creator).toList());
        return all.stream().filter(row -> row.card().creator().equals(handle)).findFirst().orElseThrow();
    }

    private static Cell cell(Scorecard card, Kpi kpi) {
        Double score = CreatorView.known(card.of(kpi).score());
        return new Cell(score, CreatorView.level(score),
                Span.of(card.of(kpi).worst(), card.of(kpi).best(), score), card.of(kpi).coverage());
    }
}
