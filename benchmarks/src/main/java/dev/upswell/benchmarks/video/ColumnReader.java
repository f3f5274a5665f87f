package dev.upswell.benchmarks.video;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.trend.WatchedEntity;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Streams the videos of a range of ids from the file to the engine, column by column.
///
/// First come the ids with how many readings each has, then the readings without ids: so no text is made for a reading.
final class ColumnReader {

    private static final Counter[] COUNTERS = {Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES,
            Counter.SAVES};
    private static final int FIRST_COUNTER = 2;

    private final DuckDBConnection connection;
    private final Path file;
    private final long[][] columns = new long[FIRST_COUNTER + 2 * COUNTERS.length][1 << 16];
    private int size;
    private int taken;

    ColumnReader(DuckDBConnection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    private record Run(String id, int readings) {
    }

    /// Hands on every video whose id is at least `from` and below `to`, or all the rest where that is `null`.
    void read(String from, @Nullable String to, Consumer<WatchedEntity> sink) throws SQLException {
        String where = " FROM '" + file + "' WHERE id >= '" + from + "'" + (to == null ? "" : " AND id < '" + to + "'");
        List<Run> runs = runs(where);
        int run = 0;
        size = 0;
        taken = 0;
        try (DuckDBPreparedStatement statement = connection
                .prepareStatement("SELECT born, read_at, views, views_step, likes, likes_step, comments, comments_step,"
                        + " shares, shares_step, saves, saves_step" + where)
                .unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                append(result);
                while (run < runs.size() && size - taken >= runs.get(run).readings()) {
                    sink.accept(video(runs.get(run++)));
                }
            }
        }
        if (run < runs.size() || taken < size) {
            throw new IllegalStateException("videos (" + runs.size() + ") must end where the readings do\nMaybe the file is"
                    + " not sorted by id.");
        }
    }

    private List<Run> runs(String where) throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, count(*)" + where + " GROUP BY id ORDER BY id")) {
            while (row.next()) {
                runs.add(new Run(row.getString(1), row.getInt(2)));
            }
        }
        return runs;
    }

    private void append(DuckDBChunkedResult result) {
        int rows = (int) result.chunk().rowCount();
        if (size + rows > columns[0].length) {
            keepUntaken(rows);
        }
        for (int c = 0; c < columns.length; c++) {
            DuckDBReadableVector vector = result.chunk().vector(c);
            long[] column = columns[c];
            for (int row = 0; row < rows; row++) {
                column[size + row] = vector.getLong(row);
            }
        }
        size += rows;
    }

    private void keepUntaken(int rows) {
        int left = size - taken;
        int length = Math.max(columns[0].length, left + rows);
        for (int c = 0; c < columns.length; c++) {
            long[] from = columns[c];
            columns[c] = length > from.length ? new long[length] : from;
            System.arraycopy(from, taken, columns[c], 0, left);
        }
        size = left;
        taken = 0;
    }

    private WatchedEntity video(Run run) {
        int end = taken + run.readings();
        Map<Counter, CounterSeries> counters = new EnumMap<>(Counter.class);
        long[] times = part(1, end);
        for (int i = 0; i < COUNTERS.length; i++) {
            counters.put(COUNTERS[i],
                    CounterSeries.of(times, part(FIRST_COUNTER + 2 * i, end), part(FIRST_COUNTER + 2 * i + 1, end)));
        }
        EntityId id = EntityId.video(run.id());
        Video video = new Video(id, null, null, List.of(), Instant.ofEpochSecond(columns[0][taken]), null, null);
        taken = end;
        return WatchedEntity.of(video, List.of(new EntitySeries(id, "simulated", counters)));
    }

    private long[] part(int column, int end) {
        return Arrays.copyOfRange(columns[column], taken, end);
    }
}
