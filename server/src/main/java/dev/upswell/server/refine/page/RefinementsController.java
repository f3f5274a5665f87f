package dev.upswell.server.refine.page;

import dev.upswell.server.refine.PromptTrial;
import dev.upswell.server.refine.PromptTrial.Figure;
import dev.upswell.server.refine.RefinementDocument;
import dev.upswell.server.refine.Refinements;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of proposed versions of prompts, and of those that are tried.
@Controller
class RefinementsController {

    private static final int ROWS = 50;

    private final Refinements refinements;
    private final Figures figures;
    private final Words words;

    RefinementsController(Refinements refinements, Figures figures, Words words) {
        this.refinements = refinements;
        this.figures = figures;
        this.words = words;
    }

    /// A trial as the page shows it.
    record Shown(PromptTrial trial, String verdict, String share, List<Row> rows) {
    }

    /// A figure of a trial as the page shows it.
    record Row(String figure, String serving, String tried, String difference, String interval) {
    }

    @GetMapping("/models/prompts/refinements")
    String refinements(Query query, Model model) {
        query.done();
        model.addAttribute("proposals", refinements.list(ROWS, 0).stream().map(RefinementDocument::of).toList());
        model.addAttribute("trials", refinements.trials().stream().map(this::shown).toList());
        return "models-refinements";
    }

    @PostMapping("/models/prompts/refinements")
    String refine(Query query) {
        query.done();
        refinements.run();
        return "redirect:/models/prompts/refinements";
    }

    private Shown shown(PromptTrial trial) {
        return new Shown(trial, trial.verdict().name().toLowerCase(Locale.ROOT), figures.percent(trial.share()),
                trial.compared().stream().map(this::row).toList());
    }

    private Row row(PromptTrial.Compared one) {
        return new Row(one.figure().name().toLowerCase(Locale.ROOT),
                words.say("refinements.of", figure(one.figure(), one.baseline().mean()), one.baseline().units()),
                words.say("refinements.of", figure(one.figure(), one.treated().mean()), one.treated().units()),
                signed(one.figure(), one.sequential().difference()),
                words.say("refinements.interval", signed(one.figure(), one.sequential().low()),
                        signed(one.figure(), one.sequential().high())));
    }

    private String figure(Figure figure, double value) {
        return figure == Figure.DWELL
                ? words.say("refinements.seconds", figures.score(value, 1))
                : figures.percent(value, 1);
    }

    private String signed(Figure figure, double value) {
        return figure == Figure.DWELL
                ? words.say("refinements.seconds", figures.signed(value, 1))
                : words.say("refinements.points", figures.signed(100 * value, 1));
    }
}
