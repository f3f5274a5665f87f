package dev.upswell.server.tuning.page;

import dev.upswell.learn.Interval;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import dev.upswell.tune.Confirmation;
import dev.upswell.tune.SearchResult;
import dev.upswell.tune.TreeChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of searches for trainer settings: what was tried, what was found, and whether it is used.
@Controller
class TuningController {

    private static final int ROWS = 10;

    private final TenantId tenant;
    private final Tunings tunings;
    private final Words words;
    private final Figures figures;

    TuningController(TenantId tenant, Tunings tunings, Words words, Figures figures) {
        this.tenant = tenant;
        this.tunings = tunings;
        this.words = words;
        this.figures = figures;
    }

    /// One search as the page shows it.
    ///
    /// @param guessing share of the rows that surged, the PR-AUC of guessing
    record Row(StoredTuning search, String task, String guessing, List<Verdict> verdicts) {
    }

    /// What a search found for one kind of model.
    ///
    /// @param confirmed how the best did on the newest part; null when the usual settings are the best
    record Verdict(String model, int candidates, String usual, String best, @Nullable String confirmed,
            boolean adopted, String settings) {
    }

    @GetMapping("/models/tuning")
    String searches(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        Listing<Row> rows = Listing.of(tunings.list(tenant).stream().map(this::row).toList(), paging);
        model.addAttribute("rows", rows);
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        return "models-tuning";
    }

    private static String url(Paging paging) {
        return Link.to("/models/tuning").with("offset", paging.offset(), 0).toString();
    }

    private Row row(StoredTuning one) {
        SearchResult<TreeChoice> trees = one.report().trees();
        SearchResult<LogisticRegression.Settings> regression = one.report().regression();
        return new Row(one, words.task(one.task().kind(), one.task().horizonHours()),
                figures.score((double) one.report().positives() / Math.max(1, one.report().rows()), 3),
                List.of(verdict("boosted-trees", trees, trees(trees.best())), verdict("logistic", regression,
                        words.say("tuning.regression", figures.exact(regression.best().ridge())))));
    }

    private Verdict verdict(String kind, SearchResult<?> result, String settings) {
        Confirmation test = result.confirmation();
        return new Verdict(words.say("model." + kind), result.trials().size(),
                figures.score(result.usualPrAuc(), 3),
                figures.score(result.bestPrAuc(), 3), test == null ? null : confirmed(test), result.adopted(),
                settings);
    }

    private String confirmed(Confirmation test) {
        Interval interval = test.difference().interval();
        return words.say("tuning.confirmed", figures.score(test.bestPrAuc(), 3), figures.score(test.usualPrAuc(), 3),
                figures.signed(interval.low(), 3), figures.signed(interval.high(), 3), figures.count(test.pairs()),
                figures.score((double) test.positives() / test.pairs(), 3));
    }

    private String trees(TreeChoice choice) {
        TreeSettings trees = choice.trees();
        String said = words.say("tuning.trees", trees.rounds(), figures.exact(trees.learningRate()), trees.depth(),
                figures.percent(trees.rowShare()), figures.percent(trees.columnShare()),
                figures.exact(trees.minChildWeight()), figures.exact(trees.lambda()), trees.maxBins(),
                figures.percent(trees.negativeShare()));
        String forgetting = trees.halfLifeDays() == 0
                ? ""
                : words.say("tuning.halfLife", figures.exact(trees.halfLifeDays()), trees.halfLifeDays());
        String held = trees.monotone() ? words.say("tuning.monotone") : "";
        return said + forgetting + held + (choice.featureSet() == null ? "" : ", " + choice.featureSet());
    }
}
