package dev.upswell.server.app;

import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.reach.ReachRefused;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.trend.MetricsComputed;
import java.time.Duration;
import java.time.Instant;
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
        while (!stopping) {
            try {
                boolean rung = bell.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
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
        return doneUntil == null || workplace.metrics().waiting(workplace.tenant()) > 0
                || !lastReading().equals(doneUntil);
    }

    private Instant lastReading() {
        return workplace.sourceRepository().lastReading().orElse(Instant.EPOCH);
    }

    private void lockedRound() throws InterruptedException {
        workplace.rounds().lockInterruptibly();
        try {
            round();
        } finally {
            workplace.rounds().unlock();
        }
    }

    private void round() {
        if (stopping) {
            return;
        }
        Instant last = lastReading();
        MetricsComputed metrics = workplace.metrics().computeDue(workplace.tenant(), (done, total) -> {
        });
        if (metrics.rows() == 0 && last.equals(doneUntil)) {
            return;
        }
        boolean changed = metrics.rows() > 0 || doneUntil != null;
        doneUntil = null;
        boolean done = true;
        for (ModelTask task : workplace.tasks()) {
            done &= forecast(task, changed);
        }
        keepUpReach(last);
        workplace.evaluations().run();
        workplace.tidy();
        if (done) {
            doneUntil = last;
        } else {
            leaveUndone();
        }
    }

    /// Compares, judges, trains and predicts what one task is about, as far as each is due.
    private boolean forecast(ModelTask task, boolean changed) {
        Forecasts forecasts = workplace.forecasts().of(task);
        String of = " of " + task.label() + " from the new data";
        forecasts.outcomes().settle(workplace.tenant(), workplace.clock().instant());
        workplace.governance().review().review(workplace.tenant(), task);
        forecasts.drifting().check(workplace.tenant());
        boolean trained = tried("no model" + of, () -> forecasts.training()
                .trainIfDue(workplace.tenant(), (done, total) -> {
                }));
        boolean due = changed || forecasts.predicting().isDue(workplace.tenant());
        boolean predicted = !due || tried("no predictions" + of, () -> forecasts.predicting()
                .predict(workplace.tenant(), (done, total) -> {
                }));
        return trained && predicted;
    }

    /// Somebody else who works on it carries the same readings on.
    private void keepUpReach(Instant last) {
        try {
            workplace.reach().keepUp(last);
        } catch (ReachRefused refused) {
            LOG.info("videos not foretold: {}", refused.what());
        }
    }

    /// Whether the work is done as far as it can be: with too little data there is nothing to try again before more come.
    private static boolean tried(String without, Runnable work) {
        try {
            work.run();
            return true;
        } catch (ForecastRefused e) {
            LOG.info("{}: {}", without, e.what());
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
