package dev.upswell.server.forecast.page;

import dev.upswell.content.EntityKind;
import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.server.forecast.StoredDrift;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Link.Way;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The drift page: the last report of a task, feature by feature, and how the reports before it read.
@Controller
class DriftController {

    private static final int ROWS = 25;
    private static final List<String> SHOWN = List.of("all", "drifted", "watch", "stable", "untested");

    private final DriftPages pages;
    private final Words words;
    private final DriftTable table;
    private final JsonMapper json;
    private final Times times;

    DriftController(DriftPages pages, Words words, Figures figures, Times times, JsonMapper json) {
        this.pages = pages;
        this.words = words;
        this.table = new DriftTable(words, figures);
        this.json = json;
        this.times = times;
    }

    @GetMapping("/models/drift")
    String drift(Query query, Model model) {
        Optional<String> kind = query.text("kind", 20);
        EntityKind asked = query.kind("kind", EntityKind.HASHTAG);
        int hours = query.number("horizon", 1, 24 * 365, 24);
        String shown = query.choice("verdict", SHOWN, "all");
        Paging paging = query.paging(ROWS);
        query.done();
        List<StoredDrift> latest = pages.latest();
        ModelTask wanted = new ModelTask(asked, hours);
        StoredDrift drift = latest.stream().filter(one -> one.task().equals(wanted)).findFirst()
                .or(() -> kind.isEmpty() ? latest.stream().findFirst() : Optional.empty()).orElse(null);
        model.addAttribute("drift", drift);
        model.addAttribute("tasks", latest.stream().map(one -> new Way(name(one.task()), url(one.task(), "all", 0),
                drift != null && one.task().equals(drift.task()))).toList());
        if (drift != null) {
            fill(drift, shown, paging, model);
        }
        return "models-drift";
    }

    private void fill(StoredDrift drift, String shown, Paging paging, Model model) {
        Listing<DriftTable.Line> lines = Listing.of(table.of(drift).stream()
                .filter(line -> shown.equals("all") || shown.equals(line.verdict())).toList(), paging);
        List<StoredDrift> history = pages.history(drift.task());
        model.addAttribute("task", name(drift.task()));
        model.addAttribute("lines", lines);
        model.addAttribute("previous", url(drift.task(), shown, paging.previous().offset()));
        model.addAttribute("next", url(drift.task(), shown, paging.next().offset()));
        model.addAttribute("verdicts", SHOWN.stream().filter(one -> one.equals("all") || count(drift, one) > 0)
                .map(one -> new Way(words.say("drift.show." + one, count(drift, one)), url(drift.task(), one, 0),
                        one.equals(shown)))
                .toList());
        model.addAttribute("history", history);
        model.addAttribute("chart", json.writeValueAsString(DriftCharts.history(history, words)));
        model.addAttribute("until", times.moment(drift.asOf()));
    }

    private static long count(StoredDrift drift, String shown) {
        return shown.equals("all")
                ? drift.report().features().size()
                : drift.report().count(DriftVerdict.valueOf(shown.toUpperCase(java.util.Locale.ROOT)));
    }

    private String name(ModelTask task) {
        return words.task(task.kind(), task.horizonHours());
    }

    private static String url(ModelTask task, String shown, int offset) {
        return Link.to("/models/drift").with("kind", task.kind().label(), null)
                .with("horizon", task.horizonHours(), null).with("verdict", shown, "all").with("offset", offset, 0)
                .toString();
    }
}
