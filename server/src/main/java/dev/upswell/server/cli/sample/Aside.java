package dev.upswell.server.cli.sample;

import dev.upswell.server.cli.CommandFailed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A piece of work that goes on beside the rest, on a thread of its own; closed when it has ended.
final class Aside implements AutoCloseable {

    private final FutureTask<Void> work;
    private final Thread thread;

    private Aside(String name, Runnable work) {
        this.work = new FutureTask<>(work, null);
        thread = Thread.ofPlatform().daemon().name(name).start(this.work);
    }

    static Aside begin(String name, Runnable work) {
        return new Aside(name, work);
    }

    /// Waits until it is done; what it threw is thrown here.
    void await() {
        try {
            work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(
                        "work (" + thread.getName() + ") must end or fail\nMaybe see its cause.", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private CommandFailed stopped() {
        return CommandFailed.failed("the sample was not taken through the loop: it was asked to stop",
                "What is done stands; the next start goes on.");
    }

    /// Waits until it has ended, however, so that nothing it uses is taken away under it.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
