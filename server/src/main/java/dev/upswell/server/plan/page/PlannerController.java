package dev.upswell.server.plan.page;

import dev.upswell.plan.PostingAccount;
import dev.upswell.plan.Week;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.plan.PlanForm;
import dev.upswell.server.plan.PlannedWeek;
import dev.upswell.server.plan.Planner;
import dev.upswell.server.plan.PlannerCalendar;
import dev.upswell.server.plan.SlotContent;
import dev.upswell.server.plan.SlotDocument;
import dev.upswell.server.plan.SlotText;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of the planner: a week by the clocks of the reader, next week unless another is asked for.
@Controller
class PlannerController {

    private static final String PATH = "/planner";
    private static final List<Column<SlotDocument>> COLUMNS = Column.of(SlotDocument.class,
            Map.of("videos", "videos", "expected", "FYP score, 0 to 100", "low", "FYP score, 0 to 100", "high",
                    "FYP score, 0 to 100", "came.score", "FYP score, 0 to 100"));
    /// What lies further back is of no use in a calendar.
    private static final Duration BACK = Duration.ofDays(28);

    private final Planner planner;
    private final PlannerView.Writing writing;
    private final InstantSource clock;

    PlannerController(Planner planner, Words words, Figures figures, Times times, InstantSource clock) {
        this.planner = planner;
        this.writing = new PlannerView.Writing(words, figures, times);
        this.clock = clock;
    }

    @GetMapping(PATH)
    String week(Query query, Model model) {
        Week week = PlanForm.week(query, Times.zone(), clock.instant());
        query.done();
        PlannedWeek seen = planner.week(week);
        model.addAttribute("view", PlannerView.of(seen, writing, clock.instant()));
        model.addAttribute("zone", week.zone().getId().equals("Z") ? "UTC" : week.zone().getId());
        model.addAttribute("sunday", week.monday().plusDays(6));
        model.addAttribute("next", week.equals(Week.after(clock.instant(), week.zone())));
        model.addAttribute("over", !week.end().isAfter(clock.instant()));
        model.addAttribute("suggested", seen.accounts().isEmpty() ? planner.suggested() : List.of());
        model.addAttribute("kinds", SlotContent.Kind.words());
        model.addAttribute("longest", SlotContent.LONGEST);
        model.addAttribute("mostPerWeek", PostingAccount.MOST_PER_WEEK);
        model.addAttribute("mostPerDay", PostingAccount.MOST_PER_DAY);
        model.addAttribute("before", page(week.monday().minusDays(7).toString()));
        model.addAttribute("after", page(week.monday().plusDays(7).toString()));
        return "planner";
    }

    @GetMapping(path = PATH, params = FileFormat.PARAMETER)
    Table<SlotDocument> file(Query query) {
        Week week = PlanForm.week(query, Times.zone(), clock.instant());
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("planner-" + week.monday(), format, COLUMNS,
                planner.week(week).slots().stream().map(SlotDocument::of).toList());
    }

    @GetMapping(PATH + ".ics")
    ResponseEntity<byte[]> calendar(Query query) {
        query.done();
        Instant now = clock.instant();
        SlotText text = new SlotText(writing.words(), writing.figures(), writing.times());
        byte[] file = new PlannerCalendar(text).of(planner.from(now.minus(BACK)), now).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"planner.ics\"").body(file);
    }

    @PostMapping(PATH + "/fill")
    String fill(Query query) {
        Week week = PlanForm.week(query, Times.zone(), clock.instant());
        String by = PlanForm.by(query, "hand");
        query.done();
        planner.fill(week, by);
        return to(week);
    }

    @PostMapping(PATH + "/accept")
    String acceptAll(Query query) {
        Week week = PlanForm.week(query, Times.zone(), clock.instant());
        String by = PlanForm.by(query, "hand");
        query.done();
        planner.decisions().acceptAll(week, by);
        return to(week);
    }

    @PostMapping(PATH + "/slots")
    String set(Query query) {
        ZoneId zone = Times.zone();
        String account = query.text("account", 100).orElse("");
        Instant at = PlanForm.time(query, "at", zone);
        String by = PlanForm.by(query, "hand");
        query.done();
        return to(week(planner.decisions().set(account, at, zone, by).at()));
    }

    @PostMapping(PATH + "/slots/{id}/accept")
    String accept(@PathVariable String id, Query query) {
        String by = PlanForm.by(query, "hand");
        query.done();
        return to(week(planner.decisions().accept(id, by).at()));
    }

    @PostMapping(PATH + "/slots/{id}/decline")
    String decline(@PathVariable String id, Query query) {
        String by = PlanForm.by(query, "hand");
        query.done();
        return to(week(planner.decisions().decline(id, by).at()));
    }

    @PostMapping(PATH + "/slots/{id}/move")
    String move(@PathVariable String id, Query query) {
        Instant at = PlanForm.time(query, "to", Times.zone());
        String by = PlanForm.by(query, "hand");
        query.done();
        return to(week(planner.decisions().move(id, at, by).at()));
    }

    @PostMapping(PATH + "/slots/{id}/content")
    String content(@PathVariable String id, Query query) {
        SlotContent content = PlanForm.content(query, "hand");
        query.done();
        return to(week(planner.decisions().fill(id, content).at()));
    }

    @PostMapping(PATH + "/slots/{id}/published")
    String published(@PathVariable String id, Query query) {
        String video = query.text("video", 100).orElse("");
        String by = PlanForm.by(query, "hand");
        query.done();
        return to(week(planner.decisions().publish(id, video, by).at()));
    }

    @PostMapping(PATH + "/accounts")
    String account(Query query) {
        PlanForm.account(query, "hand", planner);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/accounts/{handle}/remove")
    String remove(@PathVariable String handle, Query query) {
        query.done();
        planner.remove(handle);
        return "redirect:" + PATH;
    }

    private static Week week(Instant at) {
        return PlanForm.of(at, Times.zone());
    }

    private static String to(Week week) {
        return "redirect:" + page(week.monday().toString());
    }

    private static String page(String monday) {
        return Link.to(PATH).with("week", monday, null).toString();
    }
}
