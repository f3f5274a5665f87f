package dev.upswell.benchmarks.video;

import dev.upswell.trend.EngagementPrior;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.PassingRow;
import dev.upswell.trend.WatchedEntity;
import dev.upswell.trend.Window;
import dev.upswell.trend.WindowsOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Every window of every video by the engine, with all metrics: each thread takes one range of ids after the other.
final class EngineWindows {

    /// At both ends of a range a group of rows of the file is read twice, while of few ranges the last is waited for.
    private static final int READINGS_OF_A_RANGE = 700_000;

    private final Path file;
    private final int threads;

    EngineWindows(Path file, int threads) {
        this.file = file;
        this.threads = threads;
    }

    /// What came out: how many rows, and the sum of each metric where it has a value.
    static final class Sums implements WindowsOf.Sink {

        final long[] rows = new long[Window.values().length];
        final double[] sums = new double[Metric.values().length];
        /// Taken so that nothing of a row is left out, though no peer works them out.
        private double coverage;
        private long hashes;

        @Override
        public void row(PassingRow row) {
            rows[row.window().ordinal()]++;
            coverage += row.coverage();
            hashes += row.inputsHash();
            row.addTo(sums);
        }

        private void add(Sums other) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] += other.rows[i];
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += other.sums[i];
            }
            coverage += other.coverage;
            hashes += other.hashes;
        }

        long total() {
            long total = 0;
            for (long each : rows) {
                total += each;
            }
            return total;
        }
    }

    /// Computes everything.
    Sums run() throws SQLException, InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        try (DuckDBConnection duckDb = open(); ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<String> bounds = bounds(duckDb);
            List<Callable<Sums>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(() -> work(duckDb, bounds, next));
            }
            Sums all = new Sums();
            for (Future<Sums> part : pool.invokeAll(tasks)) {
                all.add(part.get());
            }
            return all;
        }
    }

    private Sums work(DuckDBConnection duckDb, List<String> bounds, AtomicInteger next) throws SQLException {
        Sums sums = new Sums();
        try (DuckDBConnection connection = duckDb.duplicate().unwrap(DuckDBConnection.class)) {
            ColumnReader reader = new ColumnReader(connection, file);
            for (int range = next.getAndIncrement(); range < bounds.size(); range = next.getAndIncrement()) {
                reader.read(bounds.get(range), range + 1 < bounds.size() ? bounds.get(range + 1) : null,
                        video -> compute(video, sums));
            }
        }
        return sums;
    }

    private static void compute(WatchedEntity video, WindowsOf.Sink sink) {
        WindowsOf.entity(video, EngagementPrior.NONE).between(Instant.EPOCH, Instant.MAX, sink);
    }

    /// Hands on every row of the videos whose last six digits are a multiple of `share`.
    void sample(int share, Consumer<MetricRow> sink) throws SQLException {
        try (DuckDBConnection connection = open()) {
            new ColumnReader(connection, file).read("", null, video -> {
                if (isSampled(video.id().value(), share)) {
                    compute(video, row -> sink.accept(row.kept()));
                }
            });
        }
    }

    static boolean isSampled(String id, int share) {
        return Long.parseLong(id.substring(id.length() - 6)) % share == 0;
    }

    private List<String> bounds(DuckDBConnection duckDb) throws SQLException {
        List<String> bounds = new ArrayList<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT id FROM read_parquet('" + file
                        + "', file_row_number = true) WHERE file_row_number % " + READINGS_OF_A_RANGE
                        + " = 0 ORDER BY id")) {
            while (row.next()) {
                bounds.add(row.getString(1));
            }
        }
        return bounds;
    }

    /// A database of which each connection works on the thread that asks it.
    private static DuckDBConnection open() throws SQLException {
        DuckDBConnection connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1; SET memory_limit = '800MB'");
        }
        return connection;
    }

    /// The highest use of memory by this process so far, in megabytes; `null` where the system does not tell.
    static @Nullable Long peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(null)
                : null;
    }
}
