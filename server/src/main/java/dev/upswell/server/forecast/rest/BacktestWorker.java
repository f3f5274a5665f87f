package dev.upswell.server.forecast.rest;

import dev.upswell.server.forecast.BacktestRequest;
import dev.upswell.server.forecast.Backtesting;
import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries backtests out in the background, one at a time; what became of them is kept in the store.
final class BacktestWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestWorker.class);

    private final Forecasts forecasts;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("upswell-backtest").daemon().factory());
    private volatile boolean closing;
    private volatile @Nullable Share share;

    /// How long a stopping server waits for the next step of a backtest.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// How much of a backtest is done, 0 to 1.
    private record Share(UUID id, double done) {
    }

    BacktestWorker(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    /// Begins the backtest and returns under which id it is listed.
    ///
    /// @param asked the services for the task that is judged
    ///
    /// **errors** [ForecastRefused] when another one runs, in this process or elsewhere.
    UUID begin(Forecasts asked, BacktestRequest request) {
        Backtesting.Begun begun = asked.backtesting().begin(forecasts.tenant(), request);
        thread.execute(() -> run(begun));
        return begun.id();
    }

    /// How much of this backtest is done, 0 to 1; empty when it does not run in this process.
    Optional<Double> share(UUID id) {
        return Optional.ofNullable(share).filter(known -> known.id().equals(id)).map(Share::done);
    }

    private void run(Backtesting.Begun begun) {
        try (begun) {
            begun.run(null, (done, total) -> progress(begun.id(), done, total));
        } catch (ForecastRefused refused) {
            LOG.info("backtest {} has no result: {}", begun.id(), refused.what());
        } catch (CancellationException stopped) {
            LOG.info("backtest {} ends with the server", begun.id());
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            LOG.error("backtest {} failed", begun.id(), e);
        } finally {
            share = null;
        }
    }

    private void progress(UUID id, long done, long total) {
        if (closing) {
            throw new CancellationException();
        }
        share = new Share(id, total == 0 ? 0 : Math.min(1, (double) done / total));
    }

    /// Ends the backtest that runs at its next step: it would outlive the store.
    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a backtest was still at work when the server stopped; it is listed as ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
