package dev.upswell.server.weigh.page;

import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.weigh.Asked;
import dev.upswell.server.weigh.Learning;
import dev.upswell.server.weigh.LearningSettings;
import dev.upswell.server.weigh.LearningWorker;
import dev.upswell.server.weigh.LearntWeights;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of learnt weights: asks for them, shows what came of it, and puts them in force or takes them out of it.
@Controller
class LearntController {

    private static final String PATH = "/creators/learnt";
    private static final int ROWS = 20;

    private final Learning learning;
    private final LearningWorker worker;

    LearntController(Learning learning, LearningWorker worker) {
        this.learning = learning;
        this.worker = worker;
    }

    @GetMapping(PATH)
    String last(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        Optional<LearntWeights> last = learning.list(1, 0).items().stream().findFirst();
        return show(last.orElse(null), PATH, paging, model);
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable String id, Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        return show(learning.get(id), Link.to(PATH, id).toString(), paging, model);
    }

    private String show(@Nullable LearntWeights one, String path, Paging paging, Model model) {
        KeptWeighting inForce = learning.cards().weightings().inForce();
        Learning.Part part = learning.list(paging.limit(), paging.offset());
        model.addAttribute("path", path);
        model.addAttribute("view",
                one == null ? null : LearntView.of(one, inForce, worker.share(one.id()).orElse(null)));
        model.addAttribute("inForce", inForce);
        model.addAttribute("rules", Asked.RULES);
        model.addAttribute("usual", LearningSettings.USUAL);
        model.addAttribute("rows", new Listing<>(
                part.items().stream().map(row -> LearntView.of(row, inForce, null)).toList(), part.total(), paging));
        model.addAttribute("previous", url(path, paging.previous()));
        model.addAttribute("next", url(path, paging.next()));
        return "creators-learnt";
    }

    @PostMapping(PATH)
    String learn(Query query) {
        Learning.Wanted wanted = Asked.of(query, "hand");
        query.done();
        return "redirect:" + Link.to(PATH, worker.begin(wanted).toString());
    }

    @PostMapping(PATH + "/{id}/adopt")
    String adopt(@PathVariable String id, Query query) {
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        learning.adopt(id, reason, by);
        return "redirect:" + Link.to(PATH, id);
    }

    @PostMapping(PATH + "/{id}/withdraw")
    String withdraw(@PathVariable String id, Query query) {
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        learning.cards().withdraw(learning.get(id).name(), reason, by);
        return "redirect:" + Link.to(PATH, id);
    }

    private static String url(String path, Paging paging) {
        return Link.to(path).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }
}
