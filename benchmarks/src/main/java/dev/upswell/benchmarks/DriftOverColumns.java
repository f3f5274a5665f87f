package dev.upswell.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.upswell.learn.drift.DriftReference;
import dev.upswell.learn.drift.DriftReport;
import dev.upswell.learn.drift.DriftSettings;
import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.learn.sketch.ColumnTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Compares two tables of many float columns: reading or making every value of both, edges, counts, all statistics, false discoveries.
///
/// Run: `benchmarks/drift-over-columns.sh [rows] [columns] [folder]`, by default 3,000,000 and 1,000. Without a folder each value is made
/// from a seed when it is read; with one, both tables are written there first, column after column, and then read from the files.
public final class DriftOverColumns {

    private static final int ENTITIES = 30_000;

    private DriftOverColumns() {
    }

    /// Measures a hundredth, a tenth and all of the work, and prints.
    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 3_000_000;
        int columns = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        measure(Math.max(1, rows / 1000), columns, args); // warms up the compiler; not counted
        double before = 0;
        for (int part : new int[]{100, 10, 1}) {
            double seconds = measure(Math.max(1, rows / part), columns, args);
            if (before > 0) {
                System.out.printf(Locale.ROOT, "exponent from a tenth: %.2f%n", Math.log10(seconds / before));
            }
            before = seconds;
        }
        System.out.printf(Locale.ROOT, "peak heap %,d MB%n", peakHeap() >> 20);
    }

    private static double measure(int rows, int columns, String[] args) throws IOException {
        ColumnTable training = new MadeColumns(rows, columns, ENTITIES, 1, 0);
        ColumnTable window = new MadeColumns(rows, columns, ENTITIES, 2, 1);
        if (args.length > 2) {
            training = FiledColumns.written(training,
                    Files.createDirectories(Path.of(args[2])).resolve("training.f32"));
            window = FiledColumns.written(window, Path.of(args[2]).resolve("window.f32"));
        }
        double processor = processorSeconds();
        long started = System.nanoTime();
        DriftReference reference = DriftReference.of(training, DriftSettings.USUAL);
        double built = (System.nanoTime() - started) / 1e9;
        DriftReport report = reference.compare(reference.window(window), Instant.EPOCH, List.of());
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(Locale.ROOT,
                "%,d rows x %,d columns, twice: %.2f s (reference %.2f s, window and comparison %.2f s), processor %.2f s, "
                        + "%d of %d features drifted, reference of %,d bytes%n",
                rows, columns, seconds, built, seconds - built, processorSeconds() - processor,
                report.count(DriftVerdict.DRIFTED), columns, reference.bytes().length);
        return seconds;
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed()).sum();
    }
}
