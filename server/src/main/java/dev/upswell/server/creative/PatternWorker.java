package dev.upswell.server.creative;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches for patterns in the background, one search at a time, and goes on with those that were cut off; what became of them is kept in
/// the store.
public final class PatternWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PatternWorker.class);
    /// How long a stopping server waits for the next video or step.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WORKERS = 2;
    /// So often a search may break here before it is left to people: what is wrong with it is not mended by trying again.
    private static final int TRIES = 3;

    private final PatternRuns runs;
    private final InstantSource clock;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("upswell-patterns").daemon().factory());
    private volatile boolean closing;
    private volatile @Nullable Way way;
    private final Map<UUID, Integer> broken = new ConcurrentHashMap<>();

    /// How far a search in this process is.
    ///
    /// @param left how long the other videos may take; null before the first of them, and when all are done and are compared
    public record Way(UUID id, int done, int total, @Nullable Duration left) {
    }

    public PatternWorker(PatternRuns runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /// Begins a search and returns under which id it is listed.
    ///
    /// **errors** those of [PatternRuns#begin]
    public UUID begin(PatternRuns.Wanted wanted) {
        return submitted(runs.begin(wanted));
    }

    /// Goes on with one that was cut off.
    ///
    /// **errors** those of [PatternRuns#resume]
    public UUID resume(String id) {
        return submitted(runs.resume(id));
    }

    private UUID submitted(BegunSearch begun) {
        way = new Way(begun.id(), 0, 0, null);
        thread.execute(() -> {
            try {
                run(begun);
            } catch (CancellationException stopped) {
                LOG.info("the search for patterns {} ends with the server; the next one goes on with it", begun.id());
            } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
                LOG.error("the search for patterns {} was cut off", begun.id(), e);
            }
        });
        return begun.id();
    }

    /// Whether a search was cut off, by whatever process, that would be taken up here.
    public boolean isWaiting() {
        return runs.isCutOff(left());
    }

    /// Goes on, in the calling thread, with the search that was cut off, the one that began first of several; at its end it is as if
    /// nothing had happened. One that broke three times in this process is left to people.
    ///
    /// **absence** empty when none was cut off, or one is at work in whatever process.
    /// **errors** whatever breaks it; it stays open then
    public Optional<PatternRun> takeUp() {
        return runs.takeUp(left()).map(begun -> {
            LOG.info("goes on with the search for patterns {}, which was cut off", begun.id());
            way = new Way(begun.id(), 0, 0, null);
            return run(begun);
        });
    }

    private List<UUID> left() {
        return broken.entrySet().stream().filter(one -> one.getValue() >= TRIES).map(Map.Entry::getKey).toList();
    }

    /// How far a search is; empty when it is not at work in this process.
    public Optional<Way> way(UUID id) {
        return Optional.ofNullable(way).filter(known -> known.id().equals(id));
    }

    private PatternRun run(BegunSearch begun) {
        try (begun) {
            try {
                return begun.run(WORKERS, new Told(begun.id()));
            } finally {
                // Before the lock is free: the next search has a way of its own.
                way = null;
            }
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            broken.merge(begun.id(), 1, Integer::sum);
            throw e;
        }
    }

    /// Keeps how far a search is, and ends it when the server stops.
    private final class Told implements PatternRuns.Progress {

        private final UUID id;
        private final Instant started = clock.instant();
        private int before = -1;

        Told(UUID id) {
            this.id = id;
        }

        @Override
        public synchronized void at(int done, int total) {
            checkOpen();
            before = before < 0 ? done - 1 : before;
            long each = Duration.between(started, clock.instant()).toMillis() / Math.max(1, done - before);
            way = new Way(id, done, total, done < total ? Duration.ofMillis(each * (total - done)) : null);
        }

        @Override
        public void searched(int steps, int total) {
            checkOpen();
        }

        private void checkOpen() {
            if (closing) {
                throw new CancellationException("the server stopped");
            }
        }
    }

    /// Ends the search that is at work after its next video or step: it would outlive the store.
    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("patterns were still being searched for when the server stopped; the search can be resumed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
