package dev.upswell.server.agent.page;

import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.DaySummary;
import dev.upswell.server.agent.Job;
import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.notify.QuietHours;
import dev.upswell.server.notify.Notices.NotificationRule;
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
                        "Forecasts: 4,800 stored.", "Jobs: 812 runs done, 1 failed."),
                List.of(new DaySummary.Said("INGEST_DONE", List.of(2_940L, 2_911L, 38_112L)),
                        new DaySummary.Said("PREDICT_DONE", List.of(4_800L)),
                        new DaySummary.Said("JOBS", List.of(812L, 1L))));
    }

    @Override
    public Listing<Event> unread(Paging paging, boolean access) {
        return Listing.of(events(EventFilter.ALL, paging).items().subList(1, 3), paging);
    }

    @Override
    public void read(Instant until, String by) {
    }

    @Override
    public List<NotificationRule> rules() {
        return Arrays.stream(EventType.values())
                .map(type -> new NotificationRule(type, type == EventType.DRIFT_ALERT, null,
                        type.name().endsWith("FAILED") ? List.of("hook", "on-call") : List.of()))
                .toList();
    }

    @Override
    public void tell(EventType type, boolean told, String by) {
    }

    @Override
    public void send(EventType type, String channel, boolean sent, String by) {
    }

    @Override
    public List<Channel> channels() {
        return List.of(channel("hook", Channel.Kind.WEBHOOK, "https://hooks.example.org/…"),
                channel("on-call", Channel.Kind.MAIL, "a…@example.org"));
    }

    private Channel channel(String name, Channel.Kind kind, String shown) {
        return new Channel(name, kind, shown, "anna", now, List.of("DRIFT_ALERT", "JOB_FAILED"), null);
    }

    @Override
    public Channel.Added add(String name, String address, String by) {
        return new Channel.Added(channel(name, Channel.Kind.WEBHOOK, "https://hooks.example.org/…"),
                "q3mQx1c0t4sYl2ZkJm9v8Nw7b5r6d1hGfE0aUoIxTzY");
    }

    @Override
    public void remove(String channel, String by) {
    }

    @Override
    public void quiet(String channel, @Nullable QuietHours quiet, String by) {
    }

    @Override
    public void test(String channel) {
    }

    @Override
    public Listing<Delivery> deliveries(Paging paging) {
        return Listing.of(List.of(
                new Delivery(new UUID(9, 1), "on-call", true, Delivery.State.SENT, 1, 0, now, null, now, null),
                new Delivery(new UUID(9, 2), "hook", false, Delivery.State.WAITING, 3, 4,
                        now.minus(Duration.ofMinutes(14)), now.plus(Duration.ofMinutes(6)), null,
                        "the webhook answered 503"),
                new Delivery(new UUID(9, 3), "hook", false, Delivery.State.FAILED, 1, 1, now.minus(Duration.ofDays(1)),
                        null, now.minus(Duration.ofDays(1)), "the webhook answered 410: it wants no more")),
                paging);
    }
}
