package dev.upswell.server.app;

import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricsComputed;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries new data on: whenever the bell rings, computes what is due, trains when no model serves or a week has passed,
/// predicts, and compares earlier predictions.
///
/// With too little data no model comes of it; the next data try again. The bell only wakes it. What is due stands in the store, written with the data itself, so a ring lost in a crash is made up
/// for by the one at start-up.
final class LoopWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopWorker.class);

    /// Windows that end after the last reading fall due as time passes, without a ring.
    private static final Duration LONGEST_NAP = Duration.ofMinutes(5);

    private final OpenWorkplace workplace;
    private final Semaphore bell = new Semaphore(1);
    private final Thread thread = Thread.ofPlatform().name("upswell-loop").daemon().unstarted(this::run);
    private volatile boolean stopping;

    /// Whether a whole round has ended since the start: the first makes up for what an earlier process left undone.
    private boolean caughtUp;

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
                boolean rung = bell.tryAcquire(LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS);
                LOG.debug(rung ? "the bell was rung" : "looking by itself whether a window has closed");
                bell.drainPermits();
                round();
            } catch (InterruptedException e) {
                return;
            } catch (StoreException e) {
                LOG.error("round failed; the next ring tries again", e);
            } catch (RuntimeException e) {
                LOG.error("round failed", e);
            }
        }
    }

    private void round() {
        if (stopping) {
            return;
        }
        MetricsComputed metrics = workplace.metrics().computeDue(workplace.tenant(), (done, total) -> {
        });
        if (metrics.rows() == 0 && caughtUp) {
            return;
        }
        Forecasts forecasts = workplace.forecasts();
        train(forecasts);
        if (metrics.rows() > 0 || forecasts.predicting().isDue(workplace.tenant())) {
            predict(forecasts);
        }
        forecasts.outcomes().settle(workplace.tenant(), workplace.clock().instant());
        caughtUp = true;
    }

    private void train(Forecasts forecasts) {
        try {
            forecasts.training().trainIfDue(workplace.tenant(), (done, total) -> {
            });
        } catch (ForecastRefused e) {
            LOG.info("no model from the new data: {}", e.what());
        }
    }

    private void predict(Forecasts forecasts) {
        try {
            forecasts.predicting().predict(workplace.tenant(), (done, total) -> {
            });
        } catch (ForecastRefused e) {
            LOG.info("no predictions for the new data: {}", e.what());
        }
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
