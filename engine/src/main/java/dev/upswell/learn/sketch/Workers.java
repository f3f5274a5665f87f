package dev.upswell.learn.sketch;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Shares columns among the cores; each worker brings its own room and takes every n-th column.
public final class Workers {

    private Workers() {
    }

    public static void each(int columns, Supplier<IntConsumer> worker) {
        int workers = Math.clamp(columns, 1, Runtime.getRuntime().availableProcessors());
        IntStream.range(0, workers).parallel().forEach(first -> {
            IntConsumer work = worker.get();
            for (int column = first; column < columns; column += workers) {
                work.accept(column);
            }
        });
    }
}
