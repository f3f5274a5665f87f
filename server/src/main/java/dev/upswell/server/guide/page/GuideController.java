package dev.upswell.server.guide.page;

import dev.upswell.server.guide.Guide;
import dev.upswell.server.guide.GuidePage;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The documentation: its contents, what is found in it, and each of its pages.
@Controller
class GuideController {

    private static final int LONGEST = 200;

    private final Guide guide;

    GuideController(Guide guide) {
        this.guide = guide;
    }

    @GetMapping(Guide.PATH)
    String contents(Query query, Model model) {
        String wanted = query.text("q", LONGEST).orElse("");
        query.done();
        model.addAttribute("wanted", wanted);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("hits", guide.search(wanted));
        model.addAttribute("groups", guide.groups());
        return "docs";
    }

    @GetMapping(Guide.PATH + "/{page}")
    String page(@PathVariable String page, Query query, Model model) {
        query.done();
        return shown(page, model);
    }

    @GetMapping(Guide.PATH + "/decisions/{page}")
    String decision(@PathVariable String page, Query query, Model model) {
        query.done();
        return shown("decisions/" + page, model);
    }

    private String shown(String key, Model model) {
        GuidePage page = guide.find(key).orElseThrow(() -> WebProblem.notFound(Sentence.of("docs.none")));
        model.addAttribute("page", page);
        model.addAttribute("headings", guide.headings(page));
        model.addAttribute("html", guide.html(page));
        return "docs-page";
    }

    /// The page that explains a section of the navigation, or the contents.
    @GetMapping(Guide.PATH + "/help/{section}")
    String help(@PathVariable String section, Query query) {
        query.done();
        return "redirect:" + Guide.PATH + guide.about(section).map(page -> "/" + page.key()).orElse("");
    }
}
