package dev.upswell.server.trial.page;

import dev.upswell.creative.FeatureDictionary;
import dev.upswell.server.trial.TrialForm;
import dev.upswell.server.trial.Trials;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages of trials: all of them, and one.
@Controller
class TrialsController {

    private static final String PATH = "/trials";
    private static final int ROWS = 20;

    private final Trials trials;

    TrialsController(Trials trials) {
        this.trials = trials;
    }

    @GetMapping(PATH)
    String list(Query query, Model model, Locale language) {
        Paging paging = query.paging(ROWS);
        query.done();
        Trials.Part part = trials.list(paging.limit(), paging.offset());
        model.addAttribute("rows",
                new Listing<>(part.items().stream().map(one -> TrialView.of(one, language)).toList(), part.total(),
                        paging));
        model.addAttribute("expected", trials.expected());
        model.addAttribute("features", FeatureDictionary.STANDARD.choices());
        model.addAttribute("sides", TrialForm.SIDES);
        model.addAttribute("buckets", TrialForm.BUCKETS);
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        return "trials";
    }

    @PostMapping(PATH)
    String begin(Query query) {
        return "redirect:" + one(trials.begin(TrialForm.wanted(query, "hand")).trial().id().toString());
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable String id, Query query, Model model, Locale language) {
        query.done();
        model.addAttribute("view", TrialView.of(trials.get(id), language));
        model.addAttribute("arms", TrialForm.ARMS);
        model.addAttribute("made", TrialForm.MADE);
        return "trial";
    }

    @PostMapping(PATH + "/{id}/videos")
    String add(@PathVariable String id, Query query) {
        trials.add(id, TrialForm.added(query, "hand"));
        return "redirect:" + one(id);
    }

    @PostMapping(PATH + "/{id}/end")
    String end(@PathVariable String id, Query query) {
        query.done();
        trials.end(id);
        return "redirect:" + one(id);
    }

    private static String one(String id) {
        return Link.to(PATH, id).toString();
    }

    private static String url(Paging paging) {
        return Link.to(PATH).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }
}
