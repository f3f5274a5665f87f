package dev.upswell.server.registry.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.page.LifecycleView.Standing;
import dev.upswell.server.registry.page.RegistryPages.Deed;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Link.Way;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The lifecycle page: who serves, who is in shadow and what the rule still needs, what was decided; and the decisions of people.
///
/// Changing requests are only taken from this server's own pages, as everywhere (`HostGuard`); each leaves its change of state, its
/// reason and its event in one transaction.
@Controller
class LifecycleController {

    private static final int EVENTS = 20;
    private static final int LONGEST_NAME = 100;

    private final RegistryPages pages;
    private final Words words;
    private final Needs needs;

    LifecycleController(RegistryPages pages, Words words, Figures figures, Times times) {
        this.pages = pages;
        this.words = words;
        this.needs = new Needs(words, figures, times);
    }

    @GetMapping("/models/lifecycle")
    String lifecycle(Query query, Model model) {
        boolean chosen = query.text("kind", 20).isPresent();
        ModelTask asked = new ModelTask(query.kind("kind", EntityKind.HASHTAG),
                query.number("horizon", 1, 24 * 365, ModelTask.DAILY_HASHTAGS.horizonHours()));
        Paging paging = query.paging(EVENTS);
        query.done();
        LifecycleView view = pages.lifecycle(chosen ? asked : null, paging);
        Standing standing = view.standing();
        model.addAttribute("standing", standing);
        model.addAttribute("tasks", view.tasks().stream().map(one -> new Way(
                words.say(one.awaits() ? "lifecycle.task.awaits" : "task", words.kinds(one.task().kind()),
                        one.task().horizonHours()),
                url(one.task(), 0), standing != null && one.task().equals(standing.task()))).toList());
        if (standing != null) {
            fill(standing, model);
        }
        return "models-lifecycle";
    }

    private void fill(Standing standing, Model model) {
        model.addAttribute("task", words.task(standing.task().kind(), standing.task().horizonHours()));
        model.addAttribute("challengers",
                standing.challengers().stream().map(one -> needs.of(one, standing.rules())).toList());
        model.addAttribute("probation", standing.probation() == null
                ? List.of()
                : List.of(needs.of(standing.probation(), standing.rules())));
        model.addAttribute("previous", url(standing.task(), standing.events().paging().previous().offset()));
        model.addAttribute("next", url(standing.task(), standing.events().paging().next().offset()));
    }

    @PostMapping("/models/{id}/approve")
    String approve(@PathVariable String id, Query query) {
        return decided(Deed.APPROVE, id, query);
    }

    @PostMapping("/models/{id}/reject")
    String reject(@PathVariable String id, Query query) {
        return decided(Deed.REJECT, id, query);
    }

    @PostMapping("/models/{id}/promote")
    String promote(@PathVariable String id, Query query) {
        return decided(Deed.PROMOTE, id, query);
    }

    @PostMapping("/models/{id}/rollback")
    String rollback(@PathVariable String id, Query query) {
        return decided(Deed.ROLLBACK, id, query);
    }

    private String decided(Deed deed, String id, Query query) {
        String name = query.text("by", LONGEST_NAME).orElse(Decision.HAND);
        query.done();
        UUID model = uuid(id);
        return "redirect:" + url(pages.decide(deed, model, name), 0);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.model"));
        }
    }

    static String url(ModelTask task, int offset) {
        return Link.to("/models/lifecycle").with("kind", task.kind().label(), null)
                .with("horizon", task.horizonHours(), null).with("offset", offset, 0).toString();
    }
}
