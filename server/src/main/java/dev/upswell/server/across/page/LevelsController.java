package dev.upswell.server.across.page;

import dev.upswell.server.across.AcrossQuery;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.Industries;
import dev.upswell.server.across.IndustryForm;
import dev.upswell.server.across.PatternPlaces;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages of the levels at which patterns hold, and of clients beside the others of their industry.
@Controller
class LevelsController {

    private static final String BENCHMARKS = "/patterns/benchmarks";

    private final PatternPlaces places;
    private final Benchmarks benchmarks;
    private final Industries industries;

    LevelsController(PatternPlaces places, Benchmarks benchmarks, Industries industries) {
        this.places = places;
        this.benchmarks = benchmarks;
        this.industries = industries;
    }

    @GetMapping("/patterns/levels")
    String levels(Query query, Model model, Locale language) {
        query.done();
        model.addAttribute("levels", places.of(language));
        return "patterns-levels";
    }

    /// Of one client, the first whose industry is known when none is named; after making with what came of it.
    @GetMapping(BENCHMARKS)
    String benchmarks(Query query, Model model) {
        Optional<String> asked = AcrossQuery.name(query, "client");
        Optional<String> told = query.text("made", 40);
        query.done();
        List<Industries.OfClient> placed = industries.clients().stream().filter(one -> one.industry() != null)
                .toList();
        model.addAttribute("clients", placed);
        model.addAttribute("made", told.flatMap(MadeWords::read).orElse(null));
        model.addAttribute("benchmark",
                asked.or(() -> placed.stream().findFirst().map(Industries.OfClient::client)).map(benchmarks::of)
                        .orElse(null));
        return "patterns-benchmarks";
    }

    @PostMapping(BENCHMARKS)
    String make(Query query) {
        Optional<String> client = AcrossQuery.name(query, "client");
        String by = IndustryForm.by(query, "hand");
        query.done();
        return "redirect:" + Link.to(BENCHMARKS).with("client", client.orElse(null), null)
                .with("made", MadeWords.of(benchmarks.make(by)), null);
    }
}
