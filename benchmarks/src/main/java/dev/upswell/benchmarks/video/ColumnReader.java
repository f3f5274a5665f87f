package dev.upswell.benchmarks.video;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.trend.WatchedEntity;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Streams the videos of a range of ids from the file to the engine, column by column, in one pass.
///
/// Where a video ends its id changes; a number stands for the id in that question, so that a text is made for a video and not
/// for a reading. Saves are left in the file, because no metric of a window asks for them.
final class ColumnReader {

    private static final Counter[] COUNTERS = {Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES};
    private static final String COLUMNS = "id, (hash(id) >> 1)::BIGINT, born, read_at, views, views_step, likes, likes_step,"
            + " comments, comments_step, shares, shares_step";
    private static final int NUMBER = 1;
    private static final int FIRST_COLUMN = 2;
    private static final int FIRST_COUNTER = 2;

    private final DuckDBConnection connection;
    private final Path file;
    private final long[][] columns = new long[FIRST_COUNTER + 2 * COUNTERS.length][1 << 16];
    private int size;
    private int taken;
    private @Nullable String open;
    private long openNumber;

    ColumnReader(DuckDBConnection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /// Hands on every video whose id is at least `from` and below `to`, or all the rest where that is `null`.
    void read(String from, @Nullable String to, Consumer<WatchedEntity> sink) throws SQLException {
        String where = " FROM '" + file + "' WHERE id >= '" + from + "'" + (to == null ? "" : " AND id < '" + to + "'");
        size = 0;
        taken = 0;
        open = null;
        try (DuckDBPreparedStatement statement = connection.prepareStatement("SELECT " + COLUMNS + where)
                .unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                int first = size - taken;
                append(result);
                split(result, taken + first, sink);
            }
        }
        close(size, sink);
    }

    private void append(DuckDBChunkedResult result) {
        int rows = (int) result.chunk().rowCount();
        if (size + rows > columns[0].length) {
            keepUntaken(rows);
        }
        for (int c = 0; c < columns.length; c++) {
            DuckDBReadableVector vector = result.chunk().vector(FIRST_COLUMN + c);
            long[] column = columns[c];
            for (int row = 0; row < rows; row++) {
                column[size + row] = vector.getLong(row);
            }
        }
        size += rows;
    }

    /// Finds where videos begin among the rows from `first` on, which came last.
    private void split(DuckDBChunkedResult result, int first, Consumer<WatchedEntity> sink) {
        DuckDBReadableVector numbers = result.chunk().vector(NUMBER);
        for (int row = 0; first + row < size; row++) {
            long number = numbers.getLong(row);
            if (open == null || number != openNumber) {
                close(first + row, sink);
                open = result.chunk().vector(0).getString(row);
                openNumber = number;
            }
        }
    }

    private void close(int end, Consumer<WatchedEntity> sink) {
        if (open != null) {
            sink.accept(video(open, end));
        }
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

    private WatchedEntity video(String name, int end) {
        Map<Counter, CounterSeries> counters = new EnumMap<>(Counter.class);
        for (int i = 0; i < COUNTERS.length; i++) {
            counters.put(COUNTERS[i], CounterSeries.of(columns[1], columns[FIRST_COUNTER + 2 * i],
                    columns[FIRST_COUNTER + 2 * i + 1], taken, end));
        }
        EntityId id = EntityId.video(name);
        Video video = new Video(id, null, null, List.of(), Instant.ofEpochSecond(columns[0][taken]), null, null);
        taken = end;
        return WatchedEntity.of(video, List.of(new EntitySeries(id, "simulated", counters)));
    }
}
