package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.web.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does imports one at a time in a background thread and remembers how the latest went.
///
/// The memory is of this process only; what was stored is in the database.
final class ImportQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final int MOST_REMEMBERED = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ThreadPoolExecutor thread;
    private final Deque<IntakeJob> jobs = new ArrayDeque<>();
    private volatile boolean stopping;

    /// The work of a job. It may tell how far it is, and what it returns is how it ended.
    interface Work {
        JobState run(UUID job);
    }

    ImportQueue(int mostWaiting) {
        thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(mostWaiting), work -> {
            Thread worker = new Thread(work, "upswell-import");
            worker.setDaemon(true);
            return worker;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /// Puts the work at the end of the queue; empty when too many wait. Whatever happens then, `after` is called once the job
    /// has ended.
    Optional<IntakeJob> submit(String name, @Nullable String sha256, Instant now, Work work, Runnable after) {
        IntakeJob job = new IntakeJob(UUID.randomUUID(), name, sha256, now, Set.of(), new JobState.Waiting());
        remember(job);
        try {
            thread.execute(() -> run(job.id(), work, after));
            return Optional.of(job);
        } catch (RejectedExecutionException full) {
            forget(job.id());
            return Optional.empty();
        }
    }

    private void run(UUID id, Work work, Runnable after) {
        JobState end = new JobState.Failed(Sentence.of("import.notBegun"));
        try {
            end = stopping ? stopped() : work.run(id);
        } catch (ImportRefused | StoreException e) {
            end = new JobState.Failed(stopping
                    ? Sentence.of("import.stopped")
                    : ImportState.told(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("import {} failed", id, e);
            end = new JobState.Failed(Sentence.of("import.unforeseen", id.toString()));
        } finally {
            JobState last = end;
            update(id, job -> job.with(last));
            after.run();
        }
    }

    private static JobState stopped() {
        return new JobState.Failed(Sentence.of("import.stopped.waiting"));
    }

    /// **errors** `ImportRefused` when the server is being stopped, so that the work ends between two chunks.
    void progress(UUID id, double share) {
        if (stopping) {
            throw new ImportRefused("The server was stopped during this import.",
                    "Import the file again: it goes on where it stopped.");
        }
        update(id, job -> job.with(new JobState.Running(Math.clamp(share, 0, 1))));
    }

    synchronized void update(UUID id, UnaryOperator<IntakeJob> change) {
        List<IntakeJob> changed = jobs.stream().map(job -> job.id().equals(id) ? change.apply(job) : job).toList();
        jobs.clear();
        jobs.addAll(changed);
    }

    private synchronized void remember(IntakeJob job) {
        jobs.addFirst(job);
        while (jobs.size() > MOST_REMEMBERED && !jobs.getLast().state().active()) {
            jobs.removeLast();
        }
    }

    private synchronized void forget(UUID id) {
        jobs.removeIf(job -> job.id().equals(id));
    }

    /// The remembered jobs, newest first.
    synchronized List<IntakeJob> jobs() {
        return List.copyOf(jobs);
    }

    /// Takes no more work and lets the running import end at its next row; what it stored stays.
    @Override
    public void close() {
        stopping = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "an import was still at work when the server stopped; importing the file again goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
