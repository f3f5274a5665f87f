package dev.upswell.server.creative;

import dev.upswell.creative.CreativeVector;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.PatternSearch;
import dev.upswell.server.creative.PatternRun.End;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A search that is listed and not done yet.
public final class BegunSearch implements AutoCloseable {

    /// So many videos are taken up together.
    static final int BATCH = 250;
    /// This share of the videos must be read for a result.
    static final double NEEDED = .8;

    private final PatternRuns searches;
    private final Parts parts;
    private final UUID id;
    private final TenantLocks.Held held;

    BegunSearch(PatternRuns searches, Parts parts, UUID id, TenantLocks.Held held) {
        this.searches = searches;
        this.parts = parts;
        this.id = id;
        this.held = held;
    }

    /// What a search works with.
    record Parts(TenantId tenant, Database database, InstantSource clock, StoredVideoRepository videos,
            AnalysisRepository analyses, PatternRunRepository runs) {
    }

    /// Ends the comparison of choices of a search that was given up.
    private static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /// Under which id it is listed.
    public UUID id() {
        return id;
    }

    /// Reads the videos that were not read yet, searches, and keeps what was found. One that is given up meanwhile ends as that.
    ///
    /// What stops it (a failing store, a progress that throws) leaves it open, to be resumed.
    ///
    /// @param workers how many videos are read at a time, from 1
    public PatternRun run(int workers, PatternRuns.Progress progress) {
        PatternRun run = searches.get(id.toString());
        AtomicInteger done = new AtomicInteger(run.progress().done());
        List<String> open = open();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().name("upswell-patterns-", 0).daemon().factory())) {
            while (!open.isEmpty() && isOpen()) {
                batch(open, threads, () -> progress.at(done.incrementAndGet(), run.progress().videos()));
                open = open();
            }
        }
        try {
            return isOpen() ? ended(progress) : searches.get(id.toString());
        } catch (GivenUp stopped) {
            return searches.get(id.toString());
        }
    }

    private boolean isOpen() {
        return parts.database().transactions().call(parts.tenant(), db -> parts.runs().isOpen(db, id));
    }

    private List<String> open() {
        return parts.database().transactions().call(parts.tenant(), db -> parts.runs().open(db, id, BATCH));
    }

    private void batch(List<String> open, ExecutorService threads, Runnable finished) {
        Map<String, StoredVideoRepository.Stored> stored = parts.videos().of(parts.tenant(), open);
        AtomicBoolean stopped = new AtomicBoolean();
        List<Future<?>> reading = new ArrayList<>();
        for (String video : open) {
            reading.add(threads.submit(() -> {
                if (stopped.get() || !isOpen()) {
                    return;
                }
                boolean done = false;
                try {
                    one(video, Optional.ofNullable(stored.get(video)));
                    finished.run();
                    done = true;
                } finally {
                    stopped.compareAndSet(false, !done);
                }
            }));
        }
        try {
            for (Future<?> one : reading) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search was interrupted; resume it", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void one(String video, Optional<StoredVideoRepository.Stored> stored) {
        AnalysisRepository.Told told = parts.database().transactions().call(parts.tenant(),
                db -> parts.analyses().of(db, video));
        CreativeVector vector;
        try {
            vector = told.vector(
                    stored.orElseThrow(() -> new IllegalStateException("no longer stored")).posting());
        } catch (RuntimeException unreadable) {
            String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("?");
            parts.database().transactions().run(parts.tenant(),
                    db -> parts.runs().failed(db, id, video, why, parts.clock().instant()));
            return;
        }
        parts.database().transactions().run(parts.tenant(),
                db -> parts.runs().read(db, id, video, vector, told.tellers(), parts.clock().instant()));
    }

    private PatternRun ended(PatternRuns.Progress progress) {
        PatternRun run = searches.get(id.toString());
        PatternRun.Progress came = run.progress();
        End end;
        if (came.read() < NEEDED * came.videos()) {
            end = new End.Failed(parts.clock().instant(),
                    "Of %,d videos %,d could not be read; a result needs %.0f %% of them."
                            .formatted(came.videos(), came.failed(), 100 * NEEDED));
        } else {
            PatternAnalysis analysis = PatternSearch.analyse(searches.videos(id), run.settings().search(),
                    (steps, total) -> {
                        progress.searched(steps, total);
                        if (!isOpen()) {
                            throw new GivenUp();
                        }
                    });
            end = new End.Done(parts.clock().instant(), analysis);
        }
        parts.database().transactions().run(parts.tenant(), db -> parts.runs().end(db, id, end));
        return searches.get(id.toString());
    }

    @Override
    public void close() {
        held.close();
    }
}
