package dev.upswell.server.app;

import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.reach.ReachRefused;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.trend.MetricsComputed;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries new data on: computes what is due, compares earlier predictions with what happened, evaluates them, judges the
/// models by that, trains when it is due, and predicts.
///
/// What is due stands in the store, written with the data itself; the bell only saves waiting for the next look. So work
/// that another process left, a failed round, or a ring lost in a crash are made up for. With too little data no model comes
/// of it; the next data try again.
final class LoopWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopWorker.class);

    /// How soon data that another process imported are noticed.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /// How soon a round that could not do all its work is tried again.
    private static final Duration RETRIED_AFTER = Duration.ofMinutes(1);

    private final OpenWorkplace workplace;
    private final Semaphore bell = new Semaphore(1);
    private final Thread thread = Thread.ofPlatform().name("upswell-loop").daemon().unstarted(this::run);
    private volatile boolean stopping;

    /// The last reading of the round that did all its work; null before the first, or when the last was left undone.
    private @Nullable Instant doneUntil;

    /// When the last retraining was asked for whose asking a round has seen.
    private Instant askedUntil = Instant.EPOCH;

    private Instant notBefore = Instant.EPOCH;

    LoopWorker(OpenWorkplace workplace) {
        this.workplace = workplace;
    }

    void start() {
        thread.start();
    }

    /// Asks for a round; rings during a round are one further round.
    void ring() {
        bell.release();
    }

    private void run() {
        try {
            workplace.warm();
        } catch (RuntimeException e) {
            // Vectors are read from the table then, as they are asked for.
            LOG.warn("vectors were not brought into memory", e);
        }
        while (!stopping) {
            try {
                boolean rung = bell.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
                workplace.catchUp();
                if (rung || isWorkWaiting()) {
                    lockedRound();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
                LOG.error("round failed; tried again in {} s", RETRIED_AFTER.toSeconds(), e);
                leaveUndone();
            }
        }
    }

    private boolean isWorkWaiting() {
        if (workplace.clock().instant().isBefore(notBefore)) {
            return false;
        }
        return doneUntil == null || !lastAsked().equals(askedUntil)
                || workplace.metrics().waiting(workplace.tenant()) > 0
                || !lastReading().equals(doneUntil);
    }

    private Instant lastReading() {
        return workplace.sourceRepository().lastReading().orElse(Instant.EPOCH);
    }

    private Instant lastAsked() {
        return workplace.governance().retraining().lastAsked(workplace.tenant()).orElse(Instant.EPOCH);
    }

    private void lockedRound() throws InterruptedException {
        workplace.rounds().lockInterruptibly();
        try {
            round();
        } finally {
            workplace.rounds().unlock();
        }
    }

    /// Does once whatever is due.
    void round() {
        if (stopping) {
            return;
        }
        Instant last = lastReading();
        MetricsComputed metrics = workplace.metrics().computeDue(workplace.tenant(), (done, total) -> {
        });
        Instant asked = lastAsked();
        if (metrics.rows() == 0 && last.equals(doneUntil) && asked.equals(askedUntil)) {
            return;
        }
        boolean changed = metrics.rows() > 0 || doneUntil != null;
        doneUntil = null;
        boolean done = true;
        for (ModelTask task : workplace.tasks()) {
            done &= forecast(task, changed);
        }
        done &= did("foretelling of videos", () -> keepUpReach(last));
        done &= did("evaluation", () -> workplace.evaluations().run());
        done &= did("improvement", () -> workplace.improvements().run(workplace.tasks()));
        workplace.tidy();
        if (done) {
            doneUntil = last;
            askedUntil = asked;
        } else {
            leaveUndone();
        }
    }

    /// Compares, judges, trains and predicts what one task is about, as far as each is due.
    private boolean forecast(ModelTask task, boolean changed) {
        Forecasts forecasts = workplace.forecasts().of(task);
        String of = " of " + task.label();
        boolean done = did("comparison" + of,
                () -> forecasts.outcomes().settle(workplace.tenant(), workplace.clock().instant()));
        done &= did("review of the models" + of,
                () -> workplace.governance().review().review(workplace.tenant(), task));
        done &= did("look for drift" + of, () -> forecasts.drifting().check(workplace.tenant()));
        done &= did("training" + of, () -> tried("no model" + of,
                () -> forecasts.training().trainIfDue(workplace.tenant(), Progress.SILENT)));
        done &= did("prediction" + of, () -> !(changed || forecasts.predicting().isDue(workplace.tenant()))
                || tried("no predictions" + of,
                        () -> forecasts.predicting().predict(workplace.tenant(), Progress.SILENT)));
        return done;
    }

    private boolean keepUpReach(Instant last) {
        try {
            workplace.reach().keepUp(last);
            return true;
        } catch (ReachRefused refused) {
            LOG.info("videos not foretold: {}", refused.what());
            return refused.reason() != ReachRefused.Reason.BUSY;
        }
    }

    /// Whether this piece of the round was done. One that fails keeps no other from being done: without a look for drift there
    /// are still predictions.
    private boolean did(String piece, BooleanSupplier work) {
        if (stopping) {
            return false;
        }
        try {
            return work.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.error("{} failed; tried again in {} s", piece, RETRIED_AFTER.toSeconds(), e);
            return false;
        }
    }

    private boolean did(String piece, Runnable work) {
        return did(piece, () -> {
            work.run();
            return true;
        });
    }

    /// Whether the work is done as far as it can be: with too little data there is nothing to try again before more come.
    private static boolean tried(String without, Runnable work) {
        try {
            work.run();
            return true;
        } catch (ForecastRefused e) {
            LOG.info("{} from the new data: {}", without, e.what());
            return e.reason() != ForecastRefused.Reason.BUSY;
        }
    }

    private void leaveUndone() {
        doneUntil = null;
        notBefore = workplace.clock().instant().plus(RETRIED_AFTER);
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
