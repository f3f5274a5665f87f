package dev.upswell.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.upswell.content.EntityKind;
import dev.upswell.quality.GroupCounts;
import dev.upswell.server.quality.ReadingColumnRepository;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// Passes made readings of videos (views, likes, comments, shares, saves, hourly) from Parquet files through the quality gates,
/// and lets DuckDB SQL count the same: missing counters, falling views, spikes, standing series. Prints both times, their ratio
/// and whether they found the same.
///
/// Run: `benchmarks/quality-gates.sh [million readings] [runs]`, by default 7 and 5.
public final class QualityGates {

    private static final int READINGS_OF_A_VIDEO = 140;
    private static final int ROWS_OF_A_FILE = 1_000_000;

    private static final String MADE = """
        COPY (WITH r AS (SELECT v, n, (hash(v * 1000 + n) %% 100000)::DOUBLE / 100000 AS u,
            (hash(v * 1000 + n + 7) %% 100000)::DOUBLE / 100000 AS w FROM range(%1$d, %2$d) a(v), range(%3$d) b(n)),
          g AS (SELECT *, exp(4 + 3 * (hash(v) %% 1000) / 1000.0) * (0.5 + u)
            * CASE WHEN w < 0.002 THEN 400 WHEN w > 0.995 THEN -0.5 ELSE 1 END AS gain FROM r),
          t AS (SELECT *, greatest(0, 1000 + sum(gain) OVER (PARTITION BY v ORDER BY n))::BIGINT AS total FROM g)
        SELECT 'video' AS kind, (7600000000000000000 + v)::VARCHAR AS entity_id, 'made' AS source,
          TIMESTAMP '2026-01-01' + to_seconds(3600 * n + (hash(v) %% 900)::BIGINT) AS observed_at,
          total AS views, 1::BIGINT AS views_step, CASE WHEN w > 0.04 THEN total // 12 END AS likes, 1::BIGINT AS likes_step,
          total // 300 AS comments, 1::BIGINT AS comments_step, total // 500 AS shares, 1::BIGINT AS shares_step,
          CASE WHEN u > 0.02 THEN total // 400 END AS saves, 1::BIGINT AS saves_step, NULL::BIGINT AS posts,
          NULL::BIGINT AS posts_step, NULL::BIGINT AS followers, NULL::BIGINT AS followers_step FROM t
        ORDER BY kind, entity_id, source, observed_at) TO '%4$s' (FORMAT parquet, COMPRESSION zstd)""";

    private static final String SQL = """
        WITH step AS (SELECT entity_id, observed_at, views, likes, comments, shares, saves,
            lag(views) OVER w AS before, lag(observed_at) OVER w AS seen,
            min(observed_at) OVER (PARTITION BY kind, entity_id, source) AS first FROM %1$s
            WINDOW w AS (PARTITION BY kind, entity_id, source ORDER BY observed_at)),
          paced AS (SELECT *, CASE WHEN before IS NOT NULL THEN CAST(ln(1 + greatest(0, views - before)
            / greatest(0.25, (epoch(observed_at) - epoch(seen)) / 3600)) AS FLOAT) END AS pace FROM step),
          judged AS (SELECT *, median(pace) OVER p AS middle, mad(pace) OVER p AS spread, max(pace) OVER p AS most,
            count(pace) OVER p AS known FROM paced
            WINDOW p AS (PARTITION BY entity_id ORDER BY observed_at ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING))
        SELECT count(*), count(*) - count(likes) + count(*) - count(saves) + count(*) - count(comments) + count(*)
            - count(shares), count(*) FILTER (WHERE before - views > 1), count(*) FILTER (WHERE known >= 6 AND pace > most
            AND pace - middle > 8 * greatest(0.25, 1.4826 * spread)) FROM judged""";

    private QualityGates() {
    }

    /// Measures and prints.
    public static void main(String[] args) throws SQLException, IOException {
        long rows = (args.length > 0 ? Long.parseLong(args[0]) : 7) * 1_000_000;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path folder = Files.createTempDirectory("quality-gates");
        Properties settings = new Properties();
        settings.setProperty("threads", "2");
        settings.setProperty("memory_limit", "4GB");
        settings.setProperty("temp_directory", folder.resolve("spill").toString());
        try (DuckDBConnection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings)
                .unwrap(DuckDBConnection.class)) {
            String files = make(connection, folder, rows);
            double[] gates = new double[runs];
            double[] sql = new double[runs];
            double[] gatesWork = new double[runs];
            double[] sqlWork = new double[runs];
            GroupCounts found = null;
            long[] counted = {};
            for (int run = 0; run < runs; run++) {
                long started = System.nanoTime();
                long worked = processor();
                found = gates(connection, files);
                gates[run] = seconds(started);
                gatesWork[run] = (processor() - worked) / 1e9;
                started = System.nanoTime();
                worked = processor();
                counted = sql(connection, files);
                sql[run] = seconds(started);
                sqlWork[run] = (processor() - worked) / 1e9;
            }
            long readings = Objects.requireNonNull(found).readings();
            System.out.printf(Locale.ROOT, "%,d readings, median of %d runs (least to most)%n", readings, runs);
            System.out.printf(Locale.ROOT, "gates       %6.2f s (%.2f to %.2f), processor %.2f s%n",
                    median(gates), least(gates), most(gates), median(gatesWork));
            System.out.printf(Locale.ROOT, "DuckDB SQL  %6.2f s (%.2f to %.2f), processor %.2f s:"
                    + " %.1f times the gates' by the clock, %.1f times of the processor%n", median(sql), least(sql),
                    most(sql), median(sqlWork), median(sql) / median(gates), median(sqlWork) / median(gatesWork));
            long missing = found.given().stream().limit(5).mapToLong(given -> readings - given).sum();
            System.out.printf(Locale.ROOT,
                    "found: %,d missing counters (SQL %,d), %,d of %,d steps fall (SQL %,d), %,d spikes (SQL %,d)%n",
                    missing, counted[1], found.fell(), found.compared(), counted[2], found.spikes(), counted[3]);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static String make(DuckDBConnection connection, Path folder, long rows) throws SQLException {
        long videos = rows / READINGS_OF_A_VIDEO;
        long ofAFile = ROWS_OF_A_FILE / READINGS_OF_A_VIDEO;
        StringBuilder files = new StringBuilder("read_parquet([");
        try (Statement statement = connection.createStatement()) {
            for (long from = 0; from < videos; from += ofAFile) {
                Path file = folder.resolve("readings-" + from + ".parquet");
                statement.execute(MADE.formatted(from, Math.min(videos, from + ofAFile), READINGS_OF_A_VIDEO, file));
                files.append(from == 0 ? "'" : ", '").append(file).append('\'');
            }
        }
        return "(SELECT * FROM " + files.append("]))");
    }

    private static GroupCounts gates(DuckDBConnection connection, String files) {
        return new ReadingColumnRepository(connection, new ReadingColumnRepository.Known() {
            @Override
            public boolean cumulative(String source) {
                return true;
            }

            @Override
            public int usual(String source, EntityKind kind) {
                return 0;
            }
        }).pass(files, "", false).counted().getFirst().counts();
    }

    private static long[] sql(DuckDBConnection connection, String files) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL.formatted(files))) {
            row.next();
            return new long[]{row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)};
        }
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
