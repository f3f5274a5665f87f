package dev.upswell.server.app;

import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricsComputed;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries new data on: whenever the bell rings, computes what is due, predicts, and compares earlier predictions.
///
/// The bell only wakes it. What is due stands in the store, written with the data itself, so a ring lost in a crash is made up
/// for by the one at start-up.
final class LoopWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopWorker.class);

    private final OpenWorkplace workplace;
    private final Semaphore bell = new Semaphore(1);
    private final Thread thread = Thread.ofPlatform().name("upswell-loop").daemon().unstarted(this::run);
    private volatile boolean stopping;

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
                bell.acquire();
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
        if (metrics.rows() == 0) {
            return;
        }
        Forecasts forecasts = workplace.forecasts();
        try {
            forecasts.predicting().predict(workplace.tenant(), (done, total) -> {
            });
        } catch (ForecastRefused e) {
            LOG.info("no predictions for the new data: {}", e.what());
        }
        forecasts.outcomes().settle(workplace.tenant(), workplace.clock().instant());
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
