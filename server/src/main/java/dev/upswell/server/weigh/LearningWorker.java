package dev.upswell.server.weigh;

import dev.upswell.server.refusal.Refused;
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

/// Learns weights in the background, one attempt at a time; what became of them is kept in the store.
public final class LearningWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LearningWorker.class);
    /// How long a stopping server waits for the next step.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Learning learning;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("upswell-weigh").daemon().factory());
    private volatile boolean closing;
    private volatile @Nullable Share share;

    private record Share(UUID id, double done) {
    }

    public LearningWorker(Learning learning) {
        this.learning = learning;
    }

    /// Begins an attempt and returns under which id it is listed.
    ///
    /// **errors** those of [Learning#begin]
    public UUID begin(Learning.Wanted wanted) {
        Learning.Begun begun = learning.begin(wanted);
        thread.execute(() -> run(begun));
        return begun.id();
    }

    /// How much of the history is read, 0 to 1; empty when it is not at work in this process.
    public Optional<Double> share(UUID id) {
        return Optional.ofNullable(share).filter(known -> known.id().equals(id)).map(Share::done);
    }

    private void run(Learning.Begun begun) {
        try (begun) {
            begun.run((done, total) -> progress(begun.id(), done, total));
        } catch (Refused refused) {
            LOG.info("learning weights {} came to nothing: {}", begun.id(), refused.what());
        } catch (CancellationException stopped) {
            LOG.info("learning weights {} ends with the server", begun.id());
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            LOG.error("learning weights {} failed", begun.id(), e);
        } finally {
            share = null;
        }
    }

    private void progress(UUID id, long done, long total) {
        if (closing) {
            throw new CancellationException("the server stopped");
        }
        share = new Share(id, total == 0 ? 0 : (double) done / total);
    }

    /// Ends the attempt that is at work at its next step: it would outlive the store.
    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("weights were still being learnt when the server stopped; they are listed as broken off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
