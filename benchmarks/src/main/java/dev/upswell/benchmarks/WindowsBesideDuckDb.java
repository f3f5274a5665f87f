package dev.upswell.benchmarks;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.trend.EngagementPrior;
import dev.upswell.trend.WatchedEntity;
import dev.upswell.trend.Window;
import dev.upswell.trend.WindowsOf;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Map;
import java.util.Random;
import org.duckdb.DuckDBConnection;

/// Computes the 24-hour windows of hashtag counters, sliding by one hour, once with the engine's operator (all metrics, as of
/// each end) and once with DuckDB SQL (views gained and growth only, by as-of joins), and prints both times and their ratio.
///
/// Run: `benchmarks/windows-beside-duckdb.sh [hashtags] [days]`, by default 300 and 365.
public final class WindowsBesideDuckDb {

    private static final long START = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
    private static final long STEP_SECONDS = 3 * 3600;
    private static final int RUNS = 5;

    private WindowsBesideDuckDb() {
    }

    /// Measures and prints.
    public static void main(String[] args) throws SQLException {
        int hashtags = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 365;
        List<EntitySeries> world = world(hashtags, days);
        long readings = world.stream()
                .mapToLong(series -> Objects.requireNonNull(series.counters().get(Counter.VIEWS)).size()).sum();
        double[] engine = new double[RUNS];
        double[] sql = new double[RUNS];
        long rows = 0;
        try (Connection duckDb = loaded(world)) {
            for (int run = 0; run < RUNS; run++) {
                long started = System.nanoTime();
                rows = engine(world, days);
                engine[run] = (System.nanoTime() - started) / 1e9;
                started = System.nanoTime();
                sql(duckDb, days);
                sql[run] = (System.nanoTime() - started) / 1e9;
            }
        }
        System.out.printf(Locale.ROOT,
                "%,d readings, %,d rows, median of %d runs: engine %.2f s, DuckDB SQL %.2f s, ratio %.1f%n",
                readings, rows, RUNS, median(engine), median(sql), median(sql) / median(engine));
    }

    private static List<EntitySeries> world(int hashtags, int days) {
        Random random = new Random(1);
        List<EntitySeries> world = new ArrayList<>();
        int size = (int) (days * 86_400L / STEP_SECONDS);
        for (int tag = 0; tag < hashtags; tag++) {
            long[] times = new long[size];
            long[] values = new long[size];
            long[] steps = new long[size];
            double level = 10_000 * Math.exp(random.nextGaussian() * 2);
            for (int i = 0; i < size; i++) {
                level *= 1 + Math.abs(random.nextGaussian()) * 0.001;
                times[i] = START + i * STEP_SECONDS + random.nextInt(600);
                values[i] = (long) level;
                steps[i] = 1;
            }
            world.add(new EntitySeries(EntityId.hashtag("tag" + tag), "benchmark",
                    Map.of(Counter.VIEWS, CounterSeries.of(times, values, steps))));
        }
        return world;
    }

    private static long engine(List<EntitySeries> world, int days) {
        long[] rows = new long[1];
        Instant end = Instant.ofEpochSecond(START + days * 86_400L);
        for (EntitySeries series : world) {
            WindowsOf.entity(WatchedEntity.of(series.entity(), List.of(series)), EngagementPrior.NONE)
                    .between(Window.DAY, Instant.ofEpochSecond(START), end, row -> rows[0]++);
        }
        return rows[0];
    }

    private static Connection loaded(List<EntitySeries> world) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads to 2");
            statement.execute("create table reading (tag varchar, observed bigint, views bigint)");
        }
        try (var appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "reading")) {
            for (EntitySeries series : world) {
                CounterSeries views = series.counters().get(Counter.VIEWS);
                for (int i = 0; views != null && i < views.size(); i++) {
                    appender.beginRow();
                    appender.append(series.entity().value());
                    appender.append(views.epochSecondAt(i));
                    appender.append(views.valueAt(i));
                    appender.endRow();
                }
            }
        }
        return connection;
    }

    private static void sql(Connection duckDb, int days) throws SQLException {
        try (Statement statement = duckDb.createStatement()) {
            statement.execute("""
                create or replace temp table result as
                with ends as (select unnest(range(%d, %d, 3600)) as e), tags as (select distinct tag from reading),
                level as (select t.tag, w.e, r.views from tags t cross join ends w
                          asof join reading r on r.tag = t.tag and r.observed <= w.e),
                gain as (select tag, e, views - lag(views, 24) over of_tag as gained,
                                lag(views, 24) over of_tag - lag(views, 48) over of_tag as before
                         from level window of_tag as (partition by tag order by e))
                select tag, e, gained, (gained - before) / nullif(before, 0)::double as growth
                from gain where before is not null
                """.formatted(START, START + days * 86_400L));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
