package dev.upswell.benchmarks.video;

import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Windows and metrics of the simulated videos of a medium world by the engine, by DuckDB SQL and by pandas, on the same file
/// in one run: first their rows are compared, then their times.
///
/// Run: `benchmarks/video-windows-beside-peers.sh [--readings N] [--runs N] [--python PATH] [--folder PATH] [--alone] [--faults]`.
/// The engine alone computes bounds of rounding, reasons of absences and hashes of inputs; SQL no half-lives either.
public final class VideoWindowsBesidePeers {

    private static final int SHARE = 50;
    private static final Set<String> SWITCHES = Set.of("--alone", "--faults");
    private static final double TOLERANCE = 1e-9;
    /// Sums since a peak are differences of running sums in pandas, which lose digits.
    private static final double TOLERANCE_OF_FITS = 1e-6;
    private static final Set<Metric> FITS = Set.of(Metric.HALF_LIFE_HOURS, Metric.HALF_LIFE_AT_LEAST_HOURS);
    /// Of so many rows at most one may have its half-life decided by rounding: whether a rate that fell by just one half
    /// halved is up to the last digit, which running sums of different orders do not share.
    private static final long ROWS_TO_A_TIE = 10_000;
    /// What pandas yields beside what the statement does.
    private static final List<String> OF_PANDAS = List.of("volume", "likes_gained", "half_life_hours",
            "half_life_at_least_hours");

    private final Path file;
    private final int runs;
    private final Map<String, String> options;
    private long ties;

    private VideoWindowsBesidePeers(Path file, int runs, Map<String, String> options) {
        this.file = file;
        this.runs = runs;
        this.options = options;
    }

    /// Measures and prints.
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            options.put(args[i], SWITCHES.contains(args[i]) ? "" : args[++i]);
        }
        long readings = Long.parseLong(options.getOrDefault("--readings", "10000000"));
        Path folder = Path
                .of(options.getOrDefault("--folder", System.getProperty("java.io.tmpdir") + "/upswell-windows"));
        Path file = VideoReadings.file(folder, readings, options.containsKey("--faults"));
        new VideoWindowsBesidePeers(file, Integer.parseInt(options.getOrDefault("--runs", "3")), options).measure();
    }

    private void measure() throws Exception {
        Times engine = new Times(runs);
        Times sql = new Times(runs);
        Times pandas = new Times(runs);
        EngineWindows windows = new EngineWindows(file, Runtime.getRuntime().availableProcessors());
        boolean alone = options.containsKey("--alone");
        if (!alone) {
            compare(windows);
        }
        long rows = 0;
        for (int run = 0; run < runs; run++) {
            engine.begin();
            rows = windows.run().total();
            engine.end();
            if (!alone) {
                sql.begin();
                sql(rows);
                sql.end();
                pandas(rows, pandas);
            }
        }
        System.out.printf(Locale.ROOT,
                "engine: %,d rows, %s, %.0f ns of processor a row; peak memory %d MB with all of Java%n",
                rows, engine, 1e9 * engine.processor() / rows, EngineWindows.peakMegabytes());
        if (!alone) {
            System.out.println("DuckDB SQL: " + sql + sql.beside(engine));
        }
        if (!alone && options.containsKey("--python")) {
            System.out.println("pandas: " + pandas + pandas.beside(engine));
        }
    }

    private void compare(EngineWindows windows) throws SQLException, IOException, InterruptedException {
        Map<String, MetricRow> rows = new HashMap<>();
        windows.sample(SHARE,
                row -> rows.put(key(row.entity().value(), row.window().label(), row.end().getEpochSecond()), row));
        long compared = 0;
        try (Connection duckDb = open()) {
            for (Window window : Window.values()) {
                String chosen = "(SELECT * FROM '" + file + "' WHERE right(id, 6)::BIGINT % " + SHARE + " = 0)";
                compared += compare(duckDb, DuckDbWindows.sql(window, chosen), "'" + window.label() + "'", rows,
                        DuckDbWindows.METRICS);
            }
            requireAll("DuckDB SQL", compared, rows.size());
            if (options.containsKey("--python")) {
                Path sample = Files.createTempFile("upswell", ".csv");
                python("0", sample.toString(), Integer.toString(SHARE));
                List<String> metrics = Stream.concat(DuckDbWindows.METRICS.stream(), OF_PANDAS.stream()).toList();
                compared = compare(duckDb, "SELECT * FROM read_csv('" + sample + "', all_varchar = true)", "\"window\"",
                        rows,
                        metrics);
                requireAll("pandas", compared, rows.size());
                Files.delete(sample);
            }
        }
        if (ties * ROWS_TO_A_TIE > rows.size()) {
            throw new IllegalStateException(
                    ties + " rows whose half-life only one side gives are too many of " + rows.size());
        }
        System.out.printf(Locale.ROOT,
                "compared: %,d rows of every %dth video, %d metrics of SQL, %d of pandas, equal but for %d half-lives that rounding decides%n",
                rows.size(), SHARE, DuckDbWindows.METRICS.size(),
                options.containsKey("--python") ? DuckDbWindows.METRICS.size() + OF_PANDAS.size() : 0, ties);
    }

    private static String key(String id, String window, long end) {
        return id + " " + window + " " + end;
    }

    private static void requireAll(String peer, long compared, long rows) {
        if (compared != rows) {
            throw new IllegalStateException(
                    "rows of " + peer + " (" + compared + ") must be those of the engine (" + rows + ")");
        }
    }

    private long compare(Connection duckDb, String windows, String label, Map<String, MetricRow> rows,
            List<String> metrics) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT id::VARCHAR, ").append(label).append(", window_end::BIGINT");
        for (String metric : metrics) {
            sql.append(", ").append(metric).append("::DOUBLE");
        }
        long compared = 0;
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement
                        .executeQuery(sql.append(" FROM (").append(windows).append(")").toString())) {
            while (result.next()) {
                MetricRow row = rows.get(key(result.getString(1), result.getString(2), result.getLong(3)));
                if (row != null) {
                    same(row, result, metrics);
                    compared++;
                }
            }
        }
        return compared;
    }

    private void same(MetricRow row, ResultSet result, List<String> metrics) throws SQLException {
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = Metric.valueOf(metrics.get(i).toUpperCase(Locale.ROOT));
            double tolerance = metric == Metric.HALF_LIFE_HOURS ? TOLERANCE_OF_FITS : TOLERANCE;
            double theirs = result.getDouble(i + 4);
            boolean absent = result.wasNull();
            boolean has = row.values().has(metric);
            if (absent == has && FITS.contains(metric)) {
                ties++;
                continue;
            }
            if (absent == has || has
                    && Math.abs(row.value(metric).orElseThrow() - theirs) > tolerance * Math.max(1, Math.abs(theirs))) {
                throw new IllegalStateException(metric.label() + " (" + (absent ? "absent" : theirs) + ") must be "
                        + row.value(metric) + " in " + row);
            }
        }
    }

    private void sql(long rows) throws SQLException, IOException {
        long counted = 0;
        try (Connection duckDb = open(); Statement statement = duckDb.createStatement()) {
            for (Window window : Window.values()) {
                try (ResultSet row = statement
                        .executeQuery(DuckDbWindows.sums(DuckDbWindows.sql(window, "'" + file + "'")))) {
                    row.next();
                    counted += row.getLong(1);
                }
            }
        }
        requireAll("DuckDB SQL", counted, rows);
    }

    private void pandas(long rows, Times times) throws IOException, InterruptedException {
        if (options.containsKey("--python")) {
            String[] first = python("0").getFirst().split(" ");
            requireAll("pandas", Long.parseLong(first[1]), rows);
            times.add(Double.parseDouble(first[2]), Double.parseDouble(first[3]));
        }
    }

    private List<String> python(String... more) throws IOException, InterruptedException {
        Path script = Files.createTempFile("upswell", ".py");
        Files.writeString(script, DuckDbWindows.resource("windows.py"));
        List<String> command = new ArrayList<>(List.of(options.get("--python"), script.toString(), file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = process.inputReader().readAllLines();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "pandas (" + options.get("--python") + ") must run\nMaybe install pandas and pyarrow there.");
        }
        Files.delete(script);
        return said;
    }

    /// DuckDB with both threads and as much memory as it likes to have, spilling below the folder of the readings.
    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors()
                    + "; SET memory_limit = '8GB';"
                    + " SET preserve_insertion_order = false; SET temp_directory = '" + file.getParent() + "/spill'");
        }
        return connection;
    }
}
