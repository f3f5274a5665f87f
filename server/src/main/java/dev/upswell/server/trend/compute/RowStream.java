package dev.upswell.server.trend.compute;

import dev.upswell.server.store.StoreException;
import dev.upswell.trend.MetricRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows on their way from a thread that computes them to the caller, who writes them: in their order, and never more than some
/// thousands between the two.
final class RowStream {

    private static final int ROWS_OF_A_PART = 4_096;
    private static final int PARTS = 4;
    private static final List<MetricRow> END = List.of();

    private final BlockingQueue<List<MetricRow>> parts = new ArrayBlockingQueue<>(PARTS);
    private List<MetricRow> part = new ArrayList<>(ROWS_OF_A_PART);
    private volatile @Nullable Throwable failure;
    private volatile boolean abandoned;

    private RowStream() {
    }

    /// Runs `computing` on a thread of its own, which gives its rows to the consumer that it is handed, and `writing` on the
    /// caller's with each of these rows. What one of the two throws ends both and is thrown.
    ///
    /// When it returns, everything that `computing` wrote is visible to the caller.
    static void flow(Consumer<Consumer<MetricRow>> computing, Consumer<MetricRow> writing) {
        RowStream stream = new RowStream();
        Thread computer = Thread.ofPlatform().daemon().name("metric-windows").start(() -> stream.compute(computing));
        boolean whole = false;
        try {
            stream.write(writing);
            whole = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.permanent("metrics were not computed", "this process",
                    "It was asked to stop; the work is done at the next start.", e);
        } finally {
            stream.end(computer, whole);
        }
        stream.rethrow();
    }

    private void compute(Consumer<Consumer<MetricRow>> computing) {
        try {
            computing.accept(this::add);
            put(part);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            put(END);
        }
    }

    private void add(MetricRow row) {
        part.add(row);
        if (part.size() == ROWS_OF_A_PART) {
            put(part);
            part = new ArrayList<>(ROWS_OF_A_PART);
        }
    }

    private void put(List<MetricRow> next) {
        if (next.isEmpty() && next != END) {
            return;
        }
        try {
            if (!abandoned) {
                parts.put(next);
                return;
            }
        } catch (InterruptedException e) {
            // The writer has given up; what follows says so.
        }
        if (next != END) {
            throw new IllegalStateException(
                    "computation (of windows) must end, because its rows are not written any more\n"
                            + "Maybe the writing failed: its own error says why.");
        }
    }

    private void write(Consumer<MetricRow> writing) throws InterruptedException {
        for (List<MetricRow> next = parts.take(); next != END; next = parts.take()) {
            next.forEach(writing);
        }
    }

    private void end(Thread computer, boolean whole) {
        if (!whole) {
            abandoned = true;
            computer.interrupt();
            parts.clear();
        }
        boolean interrupted = Thread.interrupted();
        while (computer.isAlive()) {
            try {
                computer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        switch (failure) {
            case null -> {
                // All went well.
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e ->
                throw new IllegalStateException("computation (of windows) failed\nMaybe see its cause.", e);
        }
    }
}
