package dev.upswell.server.collect.ahead;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Work that one thread does behind another: one piece at a time, in the order in which it is given.
///
/// Who gives work goes on at once, and waits only with the next piece until the one before is done; so at most two are at hand.
/// After a piece that failed no further one is begun.
public final class WorkBehind implements AutoCloseable {

    private final ExecutorService thread;
    private @Nullable Future<?> last;

    /// @param name of the thread
    public WorkBehind(String name) {
        this.thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Waits until the work before is done, and begins this.
    ///
    /// **errors** those of the work before
    public void begin(Runnable work) {
        end();
        last = thread.submit(work);
    }

    /// Waits until all work is done.
    ///
    /// **errors** those of the work
    public void end() {
        Future<?> running = last;
        if (running == null) {
            return;
        }
        try {
            running.get();
            last = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("import (interrupted) must be left to its end\nMaybe start it again.", e);
        } catch (ExecutionException e) {
            last = null;
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            if (cause instanceof Error grave) {
                throw grave;
            }
            throw new IllegalStateException("work (that failed) must tell why\nMaybe look at the cause.", cause);
        }
    }

    /// Waits until the work at hand is done, and ends the thread.
    ///
    /// **errors** those of the work, unless they were thrown before
    @Override
    public void close() {
        thread.close();
        end();
    }
}
