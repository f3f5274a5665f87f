package dev.upswell.server.agent.page;

import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.DaySummary;
import dev.upswell.server.agent.Job;
import dev.upswell.server.agent.Notices.NotificationRule;
import dev.upswell.server.agent.Outcome;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Run;
import dev.upswell.server.agent.Turn;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Made-up agents for looking at their pages.
public final class SampleAgentPages implements AgentPages {

    private final Instant now;

    public SampleAgentPages(Instant now) {
        this.now = now;
    }

    @Override
    public List<Standing> jobs() {
        return List.of(standing("ingestion", Role.INGESTION, Cadence.of(Rule.of("15m")).backlog(5), null,
                run("ingestion", Run.State.DONE, Map.of("requests", 31L, "stored", 402L), null)),
                standing("metrics", Role.METRIC, Cadence.newData(), null,
                        run("metrics", Run.State.DONE, Map.of("rows", 12_880L), null)),
                new Standing(Job.later("semantics", Role.SEMANTIC, Cadence.of(Rule.of("4h"))),
                        Cadence.of(Rule.of("4h")), null, null, null),
                standing("drift", Role.EVALUATION, Cadence.of(Rule.of("6h")).andOnNewData(), "anna",
                        run("drift", Run.State.FAILED, Map.of(),
                                "the lake cannot be read (/var/upswell/lake): No space left on device")),
                standing("retraining", Role.IMPROVEMENT, Cadence.of(Rule.of("mon 04:00")).andOnNewData(), null, null));
    }

    private Standing standing(String name, Role role, Cadence cadence, @Nullable String by, @Nullable Run last) {
        return new Standing(new Job(name, role, cadence, turn -> Outcome.done(Map.of())), cadence, by,
                cadence.next(now).orElse(null), last);
    }

    private Run run(String job, Run.State state, Map<String, Long> counts, @Nullable String note) {
        return new Run(job, now.minus(Duration.ofMinutes(4)), Turn.Reason.CADENCE, state, "desk/4711/1f0c", 1,
                now.minus(Duration.ofMinutes(4)), now.minus(Duration.ofSeconds(201)), counts, note);
    }

    @Override
    public Standing job(String name) {
        return jobs().stream().filter(one -> one.job().name().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public Listing<Run> runs(String job, Paging paging) {
        return Listing.of(List.of(
                run(job, Run.State.FAILED, Map.of(),
                        "the lake cannot be read (/var/upswell/lake): No space left on device"),
                run(job, Run.State.DONE, Map.of("rows", 880L), null)), paging);
    }

    @Override
    public void change(String job, CadenceChange change, String by) {
    }

    @Override
    public void ask(String job) {
    }

    @Override
    public Listing<Event> events(EventFilter wanted, Paging paging) {
        return Listing.of(List.of(event(EventType.INGEST_DONE, Map.of("requests", 31, "stored", 402)),
                event(EventType.DRIFT_ALERT, Map.of("title", "Views per post drifted.")),
                event(EventType.JOB_FAILED,
                        Map.of("job", "drift", "reason",
                                "the lake cannot be read (/var/upswell/lake): No space left on device"))),
                paging);
    }

    private Event event(EventType type, Map<String, Object> facts) {
        return new Event(new UUID(7, type.ordinal()), type.name(), "agent", type.role(), Duration.ofMillis(41_500),
                facts, now.minus(Duration.ofMinutes(type.ordinal())));
    }

    @Override
    public DaySummary summary() {
        return new DaySummary(LocalDate.parse("2026-01-11"), now,
                List.of("Collected: 2,940 requests, 2,911 pages, 38,112 items that said something new.",
                        "Forecasts: 4,800 stored.", "Jobs: 812 runs done, 1 failed."));
    }

    @Override
    public Listing<Event> unread(Paging paging) {
        return Listing.of(events(EventFilter.ALL, paging).items().subList(1, 3), paging);
    }

    @Override
    public void read(Instant until, String by) {
    }

    @Override
    public List<NotificationRule> rules() {
        return Arrays.stream(EventType.values())
                .map(type -> new NotificationRule(type, type == EventType.DRIFT_ALERT, null)).toList();
    }

    @Override
    public void tell(EventType type, boolean told, String by) {
    }
}
