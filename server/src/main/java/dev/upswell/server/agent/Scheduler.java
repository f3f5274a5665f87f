package dev.upswell.server.agent;

import dev.upswell.server.agent.RunRepository.Claimed;
import dev.upswell.server.event.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs each slot of each job once, among any number of servers on one store, and follows new data within seconds.
///
/// What is due, who does it and what came of it stand in the store; this object remembers only what it does itself. So any
/// number of schedulers may look at once, and one that is killed leaves nothing behind that another does not take up.
///
/// **cost** a look each second: two small queries while nothing is due.
public final class Scheduler implements AutoCloseable {

    /// The job that follows new data, and looks by its cadence whether anything was left.
    public static final String SWEEP = "sweep";

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofMillis(50);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);
    private static final int NEWS_LOOKS = 5;

    private final AgentParts parts;
    private final Schedule schedule;
    private final Ledger ledger;
    private final Chain chain;
    private final Heart heart;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final CadenceRepository cadences = new CadenceRepository();
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService workers;
    private final Thread thread = Thread.ofPlatform().name("upswell-scheduler").daemon().unstarted(this::run);

    private volatile boolean stopping;
    private volatile boolean rung;
    private volatile boolean first = true;
    private volatile Instant newsNotBefore = Instant.EPOCH;
    private Instant nextNews = Instant.EPOCH;
    private int looks;
    private boolean lastLookFailed;

    /// A scheduler that looks once it is started.
    public Scheduler(AgentParts parts, Schedule schedule) {
        this(parts, schedule, Executors.newCachedThreadPool(Thread.ofPlatform().name("upswell-agent-", 1).daemon()
                .factory()));
    }

    /// @param workers does the runs
    Scheduler(AgentParts parts, Schedule schedule, ExecutorService workers) {
        this.parts = parts;
        this.schedule = schedule;
        this.workers = workers;
        ledger = new Ledger(parts);
        chain = new Chain(parts, ledger, schedule.jobs().stream().filter(job -> job.usual().onNewData()).toList(),
                schedule.news());
        heart = new Heart(ledger, parts.lease());
        all(schedule.jobs(), this::sweep).forEach(job -> jobs.put(job.name(), job));
    }

    /// These jobs, and the one that follows new data.
    static List<Job> all(List<Job> jobs, Work sweep) {
        List<Job> all = new ArrayList<>(jobs);
        all.add(new Job(SWEEP, Role.SCHEDULER, Cadence.of(Rule.every(Duration.ofHours(1))).andOnNewData(), sweep));
        return all;
    }

    /// Looks from now on.
    public void start() {
        heart.start();
        thread.start();
    }

    /// Makes it look at once whether there are new data.
    public void ring() {
        rung = true;
        bell.release();
    }

    private void run() {
        try {
            schedule.news().begin();
        } catch (RuntimeException e) {
            LOG.warn("not everything was made ready for quick reads", e);
        }
        while (!stopping) {
            try {
                lookSafely();
                if (bell.tryAcquire(wait(schedule.pace().apply(LOOK_EVERY)).toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// However fast time passes, looking does not take all of a core.
    private static Duration wait(Duration asked) {
        return asked.compareTo(LEAST) < 0 ? LEAST : asked;
    }

    private void lookSafely() {
        try {
            look();
            if (lastLookFailed) {
                LOG.info("the scheduler can look again");
            }
            lastLookFailed = false;
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            if (!lastLookFailed) {
                LOG.error("the scheduler could not look; it goes on trying each second", e);
            }
            lastLookFailed = true;
        }
    }

    /// Keeps the cadences of all jobs; done before the first look.
    void register() {
        ledger.register(jobs.values());
    }

    /// Starts once whatever is due.
    void look() {
        if (first && nextNews.equals(Instant.EPOCH)) {
            register();
        }
        List<String> does = jobs.values().stream().filter(job -> job.does().isPresent()).map(Job::name).toList();
        ledger.takeOver(does).forEach(this::begin);
        for (String name : ledger.due()) {
            if (does.contains(name) && !running.contains(name)) {
                BooleanSupplier waiting = job(name).waiting();
                if (waiting != null) {
                    ledger.pass(name, waiting.getAsBoolean());
                }
                ledger.claimDue(name).ifPresent(this::begin);
            }
        }
        lookForNews();
    }

    private void lookForNews() {
        Instant now = parts.now();
        // By looks too, so that a clock that stands still keeps nobody from looking.
        if (++looks % NEWS_LOOKS != 0 && !rung && now.isBefore(nextNews)) {
            return;
        }
        nextNews = now.plus(NEWS_EVERY);
        schedule.news().catchUp();
        if (running.contains(SWEEP) || !rung && now.isBefore(newsNotBefore)) {
            return;
        }
        boolean asked = rung;
        rung = false;
        if ((first || chain.isDue()) && isOn() && ledger.claimNow(SWEEP, Turn.Reason.NEW_DATA, first)
                .map(this::begin).isEmpty()) {
            // Another server follows the news; what this one was rung for may have come too late for that.
            rung = asked;
        }
    }

    private boolean isOn() {
        return parts.call(cadences::list).stream().anyMatch(
                kept -> kept.job().equals(SWEEP) && kept.cadence().enabled() && kept.cadence().onNewData());
    }

    private Outcome sweep(Turn turn) {
        return schedule.alone().run(() -> chain.run(turn.reason() != Turn.Reason.NEW_DATA || turn.changed()));
    }

    private Claimed begin(Claimed run) {
        running.add(run.job());
        workers.execute(() -> perform(run));
        return run;
    }

    private void perform(Claimed run) {
        try {
            Outcome outcome = ledger.perform(job(run.job()), run);
            if (run.job().equals(SWEEP)) {
                first = false;
                if (outcome.end() != Outcome.End.DONE) {
                    newsNotBefore = parts.now().plus(Ledger.TRIED_AGAIN_AFTER);
                }
            } else if (outcome.isSomething()) {
                ring();
            }
        } catch (RuntimeException e) {
            // Its lease runs out then, and a server takes it up again.
            LOG.error("{} of {} could not be ended", run.job(), run.slot(), e);
        } finally {
            running.remove(run.job());
        }
    }

    private Job job(String name) {
        Job job = jobs.get(name);
        if (job == null) {
            throw new IllegalStateException("job (" + name + ") must be one of this program's");
        }
        return job;
    }

    /// Does a job once in the calling thread, as a person asked.
    ///
    /// **absence** null when a server does it already.
    @Nullable
    Outcome runNow(String name) {
        register();
        try (Heart beating = new Heart(ledger, parts.lease())) {
            beating.start();
            return ledger.claimNow(name, Turn.Reason.HAND, true).map(run -> ledger.perform(job(name), run))
                    .orElse(null);
        }
    }

    /// Stops looking, gives runs ten seconds to end, and leaves to others what did not.
    @Override
    public void close() {
        stopping = true;
        ledger.stop();
        thread.interrupt();
        workers.shutdownNow();
        try {
            thread.join(10_000);
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("some runs did not end in time; others take them up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.close();
        try {
            ledger.release();
        } catch (RuntimeException e) {
            LOG.warn("leases were not given back; they run out by themselves: {}", e.getMessage());
        }
    }
}
