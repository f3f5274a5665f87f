package dev.upswell.server.agent;

import dev.upswell.server.agent.CadenceRepository.Kept;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventLog;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The agents of one tenant: what they do and when, what they did, and what a person may change.
public final class Agents {

    private final AgentParts parts;
    private final Schedule schedule;
    private final Scheduler scheduler;
    private final Ledger ledger;
    private final CadenceRepository cadences = new CadenceRepository();
    private final RunRepository runs = new RunRepository();
    private final EventLogRepository events = new EventLogRepository("agent");

    /// The agents that this scheduler runs, or would.
    public Agents(AgentParts parts, Schedule schedule) {
        this.parts = parts;
        this.schedule = schedule;
        this.scheduler = new Scheduler(parts, schedule);
        this.ledger = new Ledger(parts);
    }

    /// A job as it stands.
    ///
    /// @param changedBy who gave it this cadence; null while it is the usual one
    /// @param next its next slot, which may have passed when no server runs; null when it has none
    /// @param last its last run; null before the first
    public record Standing(Job job, Cadence cadence, @Nullable String changedBy, @Nullable Instant next,
            @Nullable Run last) {
    }

    /// All jobs, by agent and then in the order in which data travel.
    public List<Standing> list() {
        List<Job> jobs = jobs();
        ledger.register(jobs);
        Instant now = parts.now();
        return parts.call(db -> {
            Map<String, Kept> kept = cadences.list(db).stream()
                    .collect(Collectors.toMap(Kept::job, Function.identity()));
            Map<String, Run> last = runs.last(db).stream().collect(Collectors.toMap(Run::job, Function.identity()));
            return jobs.stream().map(job -> standing(job, kept.get(job.name()), last.get(job.name()), now)).toList();
        });
    }

    private static Standing standing(Job job, @Nullable Kept kept, @Nullable Run last, Instant now) {
        if (kept == null) {
            return new Standing(job, job.usual(), null, null, last);
        }
        Instant next = job.work() == null ? null : next(kept, now);
        return new Standing(job, kept.cadence(), kept.changedBy(), next, last);
    }

    private static @Nullable Instant next(Kept kept, Instant now) {
        Instant due = kept.cadence().plan(kept.handled(), now).next();
        return due != null ? due : kept.cadence().next(now).orElse(null);
    }

    /// One job as it stands.
    ///
    /// **errors** [AgentRefused] when there is none of this name.
    public Standing get(String name) {
        return list().stream().filter(one -> one.job().name().equals(name)).findFirst()
                .orElseThrow(() -> AgentRefused.unknown(name));
    }

    /// Changes when a job runs; slots from before now are not due by a new rule.
    ///
    /// @param by who wants it, as they call themselves
    ///
    /// **errors** [AgentRefused] when there is no such job, or what is wanted is no cadence.
    public Standing change(String name, CadenceChange change, String by) {
        Job job = get(name).job();
        try {
            parts.run(db -> {
                Cadence before = cadences.lock(db, name).orElseThrow().cadence();
                if (change.usual()) {
                    cadences.forget(db, job, parts.now());
                } else {
                    cadences.change(db, name, change.applied(before), by, parts.now());
                }
                Cadence after = cadences.lock(db, name).orElseThrow().cadence();
                if (!after.equals(before)) {
                    events.write(db, EventType.CADENCE_CHANGED, Map.of("job", name, "from", text(before), "to",
                            text(after), "actor", by));
                }
            });
        } catch (IllegalArgumentException refused) {
            throw AgentRefused.unusable(refused);
        }
        return get(name);
    }

    private static String text(Cadence cadence) {
        Rule rule = cadence.rule();
        return (cadence.enabled() ? "" : "off, ") + (rule == null ? CadenceChange.NEVER : rule.text())
                + (cadence.onNewData() ? ", on new data" : "") + ", " + cadence.missed().label() + " "
                + cadence.backlog();
    }

    /// Does a job once, here and now.
    ///
    /// **errors** [AgentRefused] when there is no such job, its work comes later, or a server does it already.
    public Outcome run(String name) {
        requireWork(name);
        Outcome outcome = scheduler.runNow(name);
        if (outcome == null) {
            throw AgentRefused.running(name);
        }
        return outcome;
    }

    /// Lets the server that looks first do a job once; returns the slot under which its run will be found.
    ///
    /// **errors** [AgentRefused] as in [#run], but a run of a running job is begun after it.
    public Instant ask(String name) {
        requireWork(name);
        return ledger.ask(name);
    }

    private void requireWork(String name) {
        if (get(name).job().work() == null) {
            throw AgentRefused.later(name);
        }
    }

    /// Part of the runs, the newest first.
    ///
    /// @param job only of this one; null for all
    public List<Run> runs(@Nullable String job, int limit, long offset) {
        return parts.call(db -> runs.list(db, job, limit, offset));
    }

    /// How many there are.
    public long countRuns(@Nullable String job) {
        return parts.call(db -> runs.count(db, job));
    }

    /// Sums up the day before a slot, or, asked by hand, the running day as far as it has gone; the summary is kept as an event.
    public DaySummary sumUp(Turn turn) {
        return new SummingUp(parts).sumUp(turn);
    }

    /// Part of the summaries, the newest first.
    public List<DaySummary> summaries(int limit, long offset) {
        return new SummingUp(parts).list(limit, offset);
    }

    /// How many there are.
    public long countSummaries() {
        return events().count(EventFilter.ALL.of(List.of(EventType.STATUS_SUMMARY)));
    }

    /// The names of all jobs.
    public List<String> names() {
        return jobs().stream().map(Job::name).toList();
    }

    /// What happened.
    public EventLog events() {
        return new EventLog(parts.tenant(), parts.database());
    }

    private List<Job> jobs() {
        return Scheduler.all(schedule.jobs(), turn -> Outcome.done(Map.of())).stream()
                .sorted(Comparator.comparing(Job::role)).toList();
    }
}
