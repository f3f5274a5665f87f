package dev.upswell.server.collect.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.access.Permissions;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The home address, the first-visit page and the data page.
@Controller
class DataController {

    private final DataPages pages;
    private final FileIntake intake;
    private final Words words;

    DataController(DataPages pages, FileIntake intake, Words words) {
        this.pages = pages;
        this.intake = intake;
        this.words = words;
    }

    /// A quarantine reason: its code, its words and how many rows it holds.
    record Reason(String code, String text, long rows) {
    }

    /// Leads to the first page that they may look at.
    @GetMapping("/")
    String home(@RequestAttribute(name = Permissions.ATTRIBUTE, required = false) @Nullable Permissions permissions) {
        List<String> wanted = pages.empty() ? List.of("/welcome", "/overview") : List.of("/overview");
        return "redirect:" + Stream.concat(wanted.stream(), Stream.of("/videos", "/reports", "/data"))
                .filter(path -> permissions == null || permissions.see(path)).findFirst().orElse("/reports");
    }

    @GetMapping("/welcome")
    String welcome(Query query, Model model) {
        query.done();
        model.addAttribute("empty", pages.empty());
        model.addAttribute("begun", pages.begun());
        model.addAttribute("sampleFits", !pages.holdsRealReadings());
        model.addAttribute("formats", intake.formats());
        model.addAttribute("largest", intake.largest());
        return "welcome";
    }

    @GetMapping("/data")
    String data(Query query, Model model) {
        DataFilter filter = DataFilter.from(query);
        query.done();
        DataView view = pages.data(filter);
        model.addAttribute("view", view);
        model.addAttribute("filter", filter);
        model.addAttribute("headline", headline(view));
        model.addAttribute("reasons", reasons(view.reasons()));
        model.addAttribute("kinds", EntityKind.values());
        model.addAttribute("largest", intake.largest());
        model.addAttribute("previous", url(filter, filter.paging().previous()));
        model.addAttribute("next", url(filter, filter.paging().next()));
        return "data";
    }

    @PostMapping("/data/quarantine/retry")
    String retry(Query query) {
        DataFilter filter = DataFilter.from(query);
        query.done();
        pages.retry(filter);
        return "redirect:" + url(filter, filter.paging());
    }

    private List<Reason> reasons(Map<String, Long> rows) {
        return rows.entrySet().stream()
                .map(entry -> new Reason(entry.getKey(), words.sayOr("reason." + entry.getKey(), entry.getKey()),
                        entry.getValue()))
                .sorted(Comparator.comparingLong(Reason::rows).reversed().thenComparing(Reason::code)).toList();
    }

    private static String url(DataFilter filter, Paging part) {
        return Link.to("/data").with("reason", filter.reason(), null).with("file", filter.file(), null)
                .with("limit", part.limit(), 25).with("offset", part.offset(), 0) + "#quarantine";
    }

    private static Sentence headline(DataView view) {
        long stale = view.sources().stream().filter(DataView.Source::stale).count();
        if (view.sources().isEmpty()) {
            return Sentence.of(view.running() ? "data.headline.first" : "data.headline.none");
        }
        if (view.sources().stream().allMatch(DataView.Source::simulated)) {
            return Sentence.of("data.headline.simulated");
        }
        return stale == 0
                ? Sentence.of("data.headline.fresh", view.sources().size())
                : Sentence.of("data.headline.stale", stale, view.sources().size());
    }
}
