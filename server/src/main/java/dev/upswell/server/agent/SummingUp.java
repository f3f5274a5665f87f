package dev.upswell.server.agent;

import dev.upswell.server.agent.DaySummary.Said;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventLogRepository.Totals;
import dev.upswell.server.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what happened on a day into a few lines, from the event log and the runs, and keeps them as an event.
final class SummingUp {

    private static final Totals NONE = new Totals(0, Map.of());
    private static final String NOT_AT_ALL = ".none";

    private final AgentParts parts;
    private final EventLogRepository events = new EventLogRepository("agent");
    private final RunRepository runs = new RunRepository();

    SummingUp(AgentParts parts) {
        this.parts = parts;
    }

    DaySummary sumUp(Turn turn) {
        LocalDate today = turn.slot().atZone(ZoneOffset.UTC).toLocalDate();
        boolean soFar = turn.reason() == Turn.Reason.HAND;
        LocalDate day = soFar ? today : today.minusDays(1);
        Instant until = soFar ? parts.now() : start(today);
        return parts.call(db -> {
            Lines told = lines(db, start(day), until);
            events.write(db, EventType.STATUS_SUMMARY, Map.of("day", day.toString(), "until", until.toString(), "lines",
                    told.all(), "said", told.said().stream().map(SummingUp::kept).toList()));
            return new DaySummary(day, until, told.all(), told.said());
        });
    }

    List<DaySummary> list(int limit, long offset) {
        return parts.call(db -> events.list(db, EventFilter.ALL.of(List.of(EventType.STATUS_SUMMARY)), limit, offset))
                .stream()
                .map(SummingUp::summary).toList();
    }

    private static DaySummary summary(Event event) {
        List<String> lines = event.facts().get("lines") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new DaySummary(LocalDate.parse(String.valueOf(event.facts().get("day"))),
                Instant.parse(String.valueOf(event.facts().get("until"))), lines,
                event.facts().get("said") instanceof List<?> list
                        ? list.stream().map(SummingUp::said).toList()
                        : List.of());
    }

    private static Map<String, Object> kept(Said line) {
        return Map.of("code", line.code(), "figures", line.figures());
    }

    private static Said said(Object kept) {
        Map<?, ?> line = (Map<?, ?>) kept;
        List<Long> figures = line.get("figures") instanceof List<?> list
                ? list.stream().map(figure -> ((Number) figure).longValue()).toList()
                : List.of();
        return new Said(String.valueOf(line.get("code")), figures);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Lines lines(JdbcClient db, Instant from, Instant until) {
        Map<String, Totals> totals = events.totals(db, from, until);
        var lines = new Lines(totals);
        lines.say(EventType.INGEST_DONE, "Collected: %,d requests, %,d pages, %,d items that said something new.",
                "requests", "pages", "stored");
        lines.ifNone(EventType.INGEST_DONE, "Nothing was collected from providers.");
        lines.say(EventType.SOURCE_PAUSED, "Sources paused %,d times.");
        lines.say(EventType.SESSION_CHALLENGED, "Sessions that wait for a person to solve a challenge: %,d.");
        lines.say(EventType.DEAD_LETTER, "Requests that failed for good: %,d.");
        lines.say(EventType.METRIC_DONE, "Metrics: %,d rows.", "rows");
        lines.ifNone(EventType.METRIC_DONE, "No metrics were computed: nothing new came in.");
        lines.say(EventType.PREDICT_DONE, "Forecasts: %,d stored.", "stored");
        lines.ifNone(EventType.PREDICT_DONE, "No forecasts were made.");
        lines.say(EventType.OUTCOMES_SETTLED, "Outcomes that became known: %,d.", "outcomes");
        lines.say(EventType.EVALUATE_DONE, "Days of models judged: %,d.", "days");
        lines.say(EventType.RETROSPECTIVE_WRITTEN, "Retrospectives written: %,d.");
        lines.say(EventType.TRAIN_DONE, "Models trained: %,d.");
        lines.say(EventType.TRAIN_REFUSED, "Trainings that gave no model: %,d.");
        lines.say(EventType.DRIFT_ALERT, "Alerts of drift: %,d.");
        lines.say(EventType.MODEL_PROMOTED, "Models promoted: %,d.");
        lines.say(EventType.MODEL_ROLLED_BACK, "Models rolled back: %,d.");
        lines.say(EventType.APPROVAL_AWAITED, "Models that wait for a person: %,d.");
        lines.say(EventType.TASK_OPENED, "Tasks opened: %,d.");
        lines.say(EventType.TASK_CLOSED, "Tasks closed: %,d.");
        lines.say(EventType.AUDIT_DONE, "The store was checked: %,d findings.", "findings");
        lines.jobs(runs.ended(db, from, until));
        lines.say(EventType.SLOTS_SKIPPED, "Slots that were missed and not made up for: %,d.", "slots");
        lines.say(EventType.JOB_TAKEN_OVER, "Runs taken over from a server that fell silent: %,d.");
        return lines;
    }

    private record Lines(Map<String, Totals> totals, List<String> all, List<Said> said) {

        Lines(Map<String, Totals> totals) {
            this(totals, new ArrayList<>(), new ArrayList<>());
        }

        /// A line of these sums, or of how often it happened when none is named; none when it did not happen.
        void say(EventType type, String line, String... facts) {
            Totals of = totals.getOrDefault(type.name(), NONE);
            if (of.events() > 0) {
                List<Long> figures = facts.length == 0
                        ? List.of(of.events())
                        : Arrays.stream(facts).map(fact -> of.facts().getOrDefault(fact, 0L)).toList();
                add(type.name(), line, figures);
            }
        }

        void ifNone(EventType type, String line) {
            if (!totals.containsKey(type.name())) {
                add(type.name() + NOT_AT_ALL, line, List.of());
            }
        }

        void jobs(Map<String, Long> ended) {
            add("JOBS", "Jobs: %,d runs done, %,d failed.",
                    List.of(ended.getOrDefault("DONE", 0L), ended.getOrDefault("FAILED", 0L)));
        }

        private void add(String code, String line, List<Long> figures) {
            all.add(String.format(Locale.ROOT, line, figures.toArray()));
            said.add(new Said(code, figures));
        }
    }
}
