package dev.upswell.server.alert.page;

import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.AlertWords;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of alerts: what a person should know of, the newest first, with the rows behind it.
@Controller
class AlertsController {

    private static final int ROWS = 25;
    private static final String PAGE = "redirect:/alerts";
    private static final List<String> SEVERITIES = Arrays.stream(Severity.values()).map(Severity::label).toList();

    private static final List<Column<Alert>> COLUMNS = List.of(Column.text("id", alert -> alert.id().toString()),
            Column.text("type", Alert::type), Column.text("severity", alert -> alert.severity().label()),
            Column.text("title", Alert::title), Column.time("as_of", Alert::asOf),
            Column.time("raised_at", Alert::raisedAt),
            Column.text("entity_kind", alert -> alert.cause() == null ? null : alert.cause().kind()),
            Column.text("entity_id", alert -> alert.cause() == null ? null : alert.cause().entity()),
            Column.time("seen_at", alert -> alert.acknowledged() == null ? null : alert.acknowledged().at()),
            Column.text("seen_by", alert -> alert.acknowledged() == null ? null : alert.acknowledged().by()));

    private final Alerts alerts;
    private final AlertWords words;

    AlertsController(Alerts alerts, Words words, Figures figures) {
        this.alerts = alerts;
        this.words = new AlertWords(words, figures);
    }

    /// An alert as its row shows it.
    ///
    /// @param lines why it rang
    /// @param link the path of what it is about, or of the task that mends it
    public record Row(Alert alert, List<AlertWords.Line> lines, String link) {

        public Row {
            lines = List.copyOf(lines);
        }
    }

    /// Which of them are asked for.
    ///
    /// @param severity null for any
    private record Wanted(boolean all, @Nullable String severity) {

        static Wanted of(Query query) {
            return new Wanted(query.choice("state", List.of("unread", "all"), "unread").equals("all"),
                    query.oneOf("severity", SEVERITIES).orElse(null));
        }

        Alerts.Filter filter() {
            return new Alerts.Filter(!all,
                    severity == null ? null : Severity.valueOf(severity.toUpperCase(Locale.ROOT)));
        }
    }

    @GetMapping(path = "/alerts", params = FileFormat.PARAMETER)
    Table<Alert> file(Query query) {
        Alerts.Filter wanted = Wanted.of(query).filter();
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("alerts", format, COLUMNS, alerts.list(wanted, Table.ONE_MORE, 0));
    }

    @GetMapping("/alerts")
    String alerts(Query query, Model model) {
        Wanted asked = Wanted.of(query);
        boolean all = asked.all();
        String word = asked.severity();
        Paging paging = query.paging(ROWS);
        query.done();
        Alerts.Filter wanted = asked.filter();
        Listing<Alert> part = new Listing<>(alerts.list(wanted, paging.limit(), paging.offset()), alerts.count(wanted),
                paging);
        model.addAttribute("alerts", part);
        model.addAttribute("rows", part.items().stream().map(this::row).toList());
        model.addAttribute("newest", part.items().stream().map(Alert::raisedAt).max(Instant::compareTo).orElse(null));
        model.addAttribute("all", all);
        model.addAttribute("severity", word);
        model.addAttribute("severities", SEVERITIES);
        Link link = Link.to("/alerts").with("state", all ? "all" : "unread", "unread").with("severity", word, null);
        model.addAttribute("previous", link.with("offset", paging.previous().offset(), 0).toString());
        model.addAttribute("next", link.with("offset", paging.next().offset(), 0).toString());
        return "alerts";
    }

    /// How many nobody has seen, as every page shows it; the count comes as it does to every page.
    @GetMapping("/alerts/badge")
    String badge(Query query) {
        query.done();
        return "alerts-badge";
    }

    @PostMapping("/alerts/{id}/read")
    String read(@PathVariable String id, Query query) {
        String by = query.author("");
        query.done();
        alerts.acknowledge(id, by);
        return PAGE;
    }

    /// Everything up to the newest that the page showed: what came meanwhile stays unread.
    @PostMapping("/alerts/read")
    String readAll(Query query) {
        Instant until = query.instant("until").orElse(Instant.EPOCH);
        Alerts.Filter shown = Wanted.of(query).filter();
        String by = query.author("");
        query.done();
        alerts.acknowledgeAll(until, shown.severity(), by);
        return PAGE;
    }

    private Row row(Alert alert) {
        Alert.Cause cause = alert.cause();
        return cause == null
                ? new Row(alert, List.of(), taskLink(alert))
                : new Row(alert, words.told(alert.title(), alert.asOf(), cause.rows()).lines(),
                        Link.to("/entities", cause.kind(), cause.entity()).toString());
    }

    private static String taskLink(Alert alert) {
        return alert.type().equals("VIDEO_ALARM")
                ? "/videos/rules#plans"
                : alert.task() == null ? "/models/tasks#alerts" : "/models/tasks#task-" + alert.task();
    }
}
