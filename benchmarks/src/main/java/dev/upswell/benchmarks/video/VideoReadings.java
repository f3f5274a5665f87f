package dev.upswell.benchmarks.video;

import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The readings on which everybody works: videos of a simulated world, in one Parquet file sorted by video and time.
///
/// A row is a reading: `id`, `born` and `read_at` in epoch seconds, and each counter with the step in which its source shows it,
/// as the lake keeps them. Repeated rows are dropped, and of the readings of one quarter of an hour the last stays, so that
/// nobody spends time on that. Rows that are broken are left out.
final class VideoReadings {

    private static final String[] COUNTERS = {"views", "likes", "comments", "shares", "saves"};

    private VideoReadings() {
    }

    /// The file with about `readings` readings below `folder`, made when it is not there.
    ///
    /// @param faulty whether the observer misses readings, gets them late or twice, breaks off, and sees views purged and videos
    ///     deleted, each as often as in the medium world
    static Path file(Path folder, long readings, boolean faulty) throws IOException, SQLException {
        Path file = folder.resolve("videos-" + (faulty ? "faulty-" : "") + readings + ".parquet");
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        Path observations = folder.resolve("observations.csv");
        Path videos = folder.resolve("videos.jsonl");
        SimulatedWorld world = SimulatedWorld.of(settings(readings, faulty));
        try (BufferedWriter out = Files.newBufferedWriter(observations)) {
            world.writeObservations(out);
        }
        try (BufferedWriter out = Files.newBufferedWriter(videos)) {
            world.writeVideos(out);
        }
        Path made = folder.resolve("making.parquet");
        write(observations, videos, made);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(observations);
        Files.delete(videos);
        return file;
    }

    /// The medium world with as many videos as give about so many readings of them.
    private static WorldSettings settings(long readings, boolean faulty) {
        WorldSettings usual = WorldSettings.of(WorldSize.MEDIUM, 1);
        WorldSettings medium = faulty ? usual : usual.with(WorldSettings.Faults.NONE);
        WorldSettings.Population people = medium.population();
        return medium.with(new WorldSettings.Population(people.hashtags(), people.sounds(), people.creators(),
                (int) (readings / 75)));
    }

    private static void write(Path observations, Path videos, Path to) throws SQLException {
        StringBuilder counts = new StringBuilder();
        StringBuilder whole = new StringBuilder();
        for (String counter : COUNTERS) {
            counts.append(", ").append(number(counter)).append(" AS ").append(counter).append(", ")
                    .append(step(counter)).append(" AS ").append(counter).append("_step");
            whole.append(" AND ").append(number("o." + counter)).append(" >= 0");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET threads = 2; SET memory_limit = '4GB'; SET temp_directory = '" + to.getParent() + "'");
            statement.execute(
                    "CREATE TABLE video AS SELECT id, min(epoch(try_cast(\"createdAt\" AS TIMESTAMP)))::BIGINT AS born"
                            + " FROM read_json('" + videos + "', ignore_errors = true,"
                            + " columns = {id: 'VARCHAR', \"createdAt\": 'VARCHAR'}) WHERE try_cast(\"createdAt\" AS TIMESTAMP) IS NOT NULL AND id IS NOT NULL GROUP BY id");
            statement.execute(
                    "COPY (SELECT o.id, v.born, epoch(try_cast(o.observed_at AS TIMESTAMP))::BIGINT AS read_at" + counts
                            + " FROM read_csv('" + observations
                            + "', all_varchar = true, header = true, delim = ',', quote = '\"', ignore_errors = true) AS o JOIN video AS v USING (id)"
                            + " WHERE o.kind = 'video' AND try_cast(o.observed_at AS TIMESTAMP) IS NOT NULL" + whole
                            + " QUALIFY row_number() OVER (PARTITION BY o.id,"
                            + " (epoch(try_cast(o.observed_at AS TIMESTAMP))::BIGINT + 899) // 900 ORDER BY o.observed_at DESC) = 1"
                            + " ORDER BY 1, 3) TO '" + to + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private static String number(String column) {
        return "CASE right(" + column + ", 1) WHEN 'K' THEN round(1e3 * " + part(column)
                + ") WHEN 'M' THEN round(1e6 * "
                + part(column) + ") WHEN 'B' THEN round(1e9 * " + part(column) + ") ELSE try_cast(" + column
                + " AS DOUBLE) END::BIGINT";
    }

    private static String step(String column) {
        return "CASE right(" + column
                + ", 1) WHEN 'K' THEN 100 WHEN 'M' THEN 100000 WHEN 'B' THEN 100000000 ELSE 1 END::BIGINT";
    }

    private static String part(String column) {
        return "try_cast(left(" + column + ", -1) AS DOUBLE)";
    }
}
