package dev.upswell.server.overview.page;

import dev.upswell.server.access.Caller;
import dev.upswell.server.overview.Period;
import dev.upswell.server.overview.RegularReports;
import dev.upswell.server.overview.RegularReports.Issue;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page of reports of each day, week and month.
@Controller
class RegularController {

    private static final String PATH = "/reports/regular";
    private static final int SHOWN = 30;
    private static final int LONGEST = 100;
    private static final List<String> PERIODS = Arrays.stream(Period.values()).map(Period::label).toList();

    private final RegularReports regular;

    RegularController(RegularReports regular) {
        this.regular = regular;
    }

    /// A channel as the page shows it.
    record Told(String name, String shown, boolean told) {
    }

    @GetMapping(PATH)
    String page(Query query, Model model) {
        String tried = query.oneOf("tried", PERIODS).orElse(null);
        query.done();
        List<RegularReports.Standing> standings = regular.standings();
        List<Told> channels = regular.channels().stream()
                .map(one -> new Told(one.name(), one.shown(), RegularReports.isTold(one))).toList();
        List<Issue> issues = regular.list(SHOWN);
        model.addAttribute("standings", standings);
        model.addAttribute("nothing", standings.stream()
                .filter(one -> one.period().label().equals(tried) && one.issue() == null).map(one -> tried).findFirst()
                .orElse(null));
        model.addAttribute("due", standings.stream().filter(one -> one.issue() == null).count());
        model.addAttribute("channels", channels);
        model.addAttribute("nobody", channels.stream().noneMatch(Told::told));
        model.addAttribute("issues", issues);
        return "reports-regular";
    }

    @PostMapping(PATH + "/{period}/make")
    String make(@PathVariable String period, Query query) {
        query.done();
        if (!PERIODS.contains(period)) {
            throw WebProblem.notFound(Sentence.of("regular.unknown", period));
        }
        regular.make(Period.of(period));
        return "redirect:" + Link.to(PATH).with("tried", period, null);
    }

    @PostMapping(PATH + "/channels")
    String tell(Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String channel = query.text("channel", LONGEST).orElse("");
        boolean told = query.flag("told");
        query.done();
        regular.tell(channel, told, Objects.requireNonNullElse(caller, new Caller.Local()).signature());
        return "redirect:" + PATH + "#told";
    }

    /// A kept report as HTML for mails.
    @GetMapping("/reports/{id}/mail")
    ResponseEntity<String> mail(@PathVariable String id, Query query) {
        query.done();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("report-" + id + "-mail.html").build().toString())
                .body(regular.mail(id));
    }
}
