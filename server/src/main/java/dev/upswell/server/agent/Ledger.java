package dev.upswell.server.agent;

import dev.upswell.server.agent.RunRepository.Claimed;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.refusal.Refused;
import dev.upswell.server.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who does which slot: claims, ends and takeovers, each one transaction with its event.
///
/// Whoever claims locks the job's cadence first, so that claims of one job follow one another; that a slot is claimed once, and
/// that a job runs once at a time, two unique indexes hold besides.
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    /// How soon a run that could not do its work is tried again, and how often it is tried.
    static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int TRIES = 3;

    private final AgentParts parts;
    private final CadenceRepository cadences = new CadenceRepository();
    private final RunRepository runs = new RunRepository();
    private final EventLogRepository events = new EventLogRepository("agent");

    private volatile boolean stopping;

    Ledger(AgentParts parts) {
        this.parts = parts;
    }

    /// From now on a run that did not do its work is left to others instead of having failed.
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /// Keeps the cadences of these jobs.
    void register(Collection<Job> jobs) {
        parts.run(db -> jobs.forEach(job -> cadences.register(db, job, now())));
    }

    /// The jobs of which a slot, or a run that waits, is to be done now.
    List<String> due() {
        Instant now = now();
        return parts.call(db -> {
            List<String> due = new ArrayList<>(runs.waiting(db, now));
            cadences.list(db).stream().filter(kept -> {
                Cadence.Plan plan = kept.cadence().plan(kept.handled(), now);
                return plan.next() != null || plan.skipped() > 0;
            }).map(CadenceRepository.Kept::job).filter(job -> !due.contains(job)).forEach(due::add);
            return due;
        });
    }

    /// Makes what is due of this job this server's: a run that waits, or the next slot. Slots that are left out are noted.
    ///
    /// **absence** empty when nothing is, or a server does this job already.
    Optional<Claimed> claimDue(String job) {
        return parts.call(db -> cadences.lock(db, job).filter(_ -> !runs.isRunning(db, job)).flatMap(kept -> {
            Optional<Claimed> waiting = runs.claimWaiting(db, job, parts.node(), parts.lease(), now());
            return waiting.isPresent() ? waiting : claimSlot(db, kept);
        }));
    }

    /// Passes over slots of a job that does all there is whenever it runs: those that were missed, and the next one too where
    /// nothing waits for it.
    void pass(String job, boolean waiting) {
        parts.run(db -> cadences.lock(db, job).ifPresent(kept -> {
            Cadence.Plan plan = kept.cadence().plan(kept.handled(), now());
            Instant next = plan.next();
            Instant last = waiting || next == null ? plan.lastSkipped() : next;
            if (last != null) {
                cadences.handled(db, job, last);
            }
        }));
    }

    private Optional<Claimed> claimSlot(JdbcClient db, CadenceRepository.Kept kept) {
        Instant now = now();
        Cadence.Plan plan = kept.cadence().plan(kept.handled(), now);
        Instant skipped = plan.lastSkipped();
        if (skipped != null) {
            runs.skip(db, kept.job(), skipped, plan.skipped(), now);
            cadences.handled(db, kept.job(), skipped);
            events.write(db, EventType.SLOTS_SKIPPED, Map.of("job", kept.job(), "slots", plan.skipped(), "last",
                    skipped.toString()));
        }
        Instant slot = plan.next();
        if (slot == null) {
            return Optional.empty();
        }
        cadences.handled(db, kept.job(), slot);
        Claimed run = new Claimed(kept.job(), slot, Turn.Reason.CADENCE, 1, false);
        return Optional.of(run).filter(one -> runs.claim(db, one, parts.node(), parts.lease(), now));
    }

    /// Makes a run of this instant this server's, for a reason other than the cadence.
    ///
    /// **absence** empty when a server does this job already.
    Optional<Claimed> claimNow(String job, Turn.Reason reason, boolean changed) {
        return parts.call(db -> cadences.lock(db, job).filter(_ -> !runs.isRunning(db, job)).flatMap(kept -> {
            var run = new Claimed(job, runs.free(db, job, instant()), reason, 1, changed);
            return Optional.of(run).filter(one -> runs.claim(db, one, parts.node(), parts.lease(), now()));
        }));
    }

    /// Asks for a run by whichever server looks first.
    Instant ask(String job) {
        return parts.call(db -> {
            Instant slot = runs.free(db, job, instant());
            runs.ask(db, job, slot, Turn.Reason.HAND, instant());
            return slot;
        });
    }

    /// Takes over what other servers fell silent about; a run that was tried often enough is given up, and so is a piece of what
    /// followed new data, for the whole of that is begun anew.
    List<Claimed> takeOver(Collection<String> jobs) {
        return parts.call(db -> runs.takeOver(db, jobs, parts.node(), parts.lease()).stream().filter(taken -> {
            Claimed run = taken.claimed();
            events.write(db, EventType.JOB_TAKEN_OVER, Map.of("job", run.job(), "slot", run.slot().toString(), "from",
                    taken.from(), "by", parts.node(), "attempt", run.attempt()));
            if (run.reason() == Turn.Reason.NEW_DATA && !run.job().equals(Scheduler.SWEEP)) {
                runs.end(db, run, parts.node(), Run.State.FAILED,
                        Outcome.failed(Map.of(), "its server fell silent; new data are followed anew"), now(), null);
                return false;
            }
            if (run.attempt() <= TRIES) {
                return true;
            }
            end(db, run, Outcome.failed(Map.of(), "its server fell silent " + TRIES + " times"), false);
            return false;
        }).map(RunRepository.Taken::claimed).toList());
    }

    /// Tells that this server lives.
    void live() {
        parts.run(db -> runs.live(db, parts.node(), parts.lease()));
    }

    /// Lets others have what this server has begun.
    void release() {
        parts.run(db -> runs.release(db, parts.node()));
    }

    /// Does a run that is this server's, and tells how it ended.
    Outcome perform(Job job, Claimed run) {
        Instant begun = now();
        Outcome outcome = outcome(job, run);
        if (stopping && outcome.end() != Outcome.End.DONE) {
            return outcome;
        }
        boolean kept = parts.call(db -> end(db, run, outcome, run.reason() != Turn.Reason.NEW_DATA));
        if (!kept) {
            LOG.warn("{} of {} was taken over by another server while this one did it", run.job(), run.slot());
        }
        LOG.debug("{} of {} ended after {} ms: {}", run.job(), run.slot(), Duration.between(begun, now()).toMillis(),
                outcome);
        return outcome;
    }

    private Outcome outcome(Job job, Claimed run) {
        try {
            Rule rule = parts.call(db -> cadences.lock(db, run.job())).map(kept -> kept.cadence().rule()).orElse(null);
            var turn = new Turn(run.slot(), run.reason(), rule == null ? null : rule.period(), run.changed());
            return job.does().map(work -> work.run(turn))
                    .orElseGet(() -> Outcome.failed(Map.of(), "its work comes with a later capability"));
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            LOG.error("{} failed", run.job(), e);
            return Outcome.again(Map.of(), message(e));
        }
    }

    /// What a person reads about a failure: the sentence of those that are made to be read, and that it is a fault of Upswell for others; the
    /// log has the kind and the trace.
    private static String message(Throwable failure) {
        String said = failure.getMessage() == null ? "" : failure.getMessage().lines().findFirst().orElse("");
        String text = said.length() > 300 ? said.substring(0, 300) + "…" : said;
        return switch (failure) {
            case StoreException _,Refused _ -> text;
            case OutOfMemoryError _ -> "the memory was not enough: " + text;
            default -> "a fault within Upswell: " + (text.isBlank() ? "the log has more" : text);
        };
    }

    /// @param again whether it may be tried again by itself
    private boolean end(JdbcClient db, Claimed run, Outcome outcome, boolean again) {
        boolean waits = outcome.end() == Outcome.End.AGAIN && again && run.attempt() < TRIES;
        Run.State state = outcome.end() == Outcome.End.DONE
                ? Run.State.DONE
                : waits ? Run.State.WAITING : Run.State.FAILED;
        boolean ours = runs.end(db, run, parts.node(), state, outcome, now(),
                waits ? now().plus(TRIED_AGAIN_AFTER) : null);
        if (ours && state == Run.State.FAILED && !runs.failedBefore(db, run)) {
            Map<String, Object> facts = new HashMap<>(Map.of("job", run.job(), "slot", run.slot().toString(),
                    "attempt", run.attempt()));
            facts.put("reason", String.valueOf(outcome.note()));
            events.write(db, EventType.JOB_FAILED, facts);
        }
        return ours;
    }

    /// To the microsecond, which is what the database keeps, so that a row is found again.
    private Instant instant() {
        return now().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant now() {
        return parts.now();
    }
}
