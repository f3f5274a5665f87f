package dev.upswell.server.quality;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.quality.FailedReading;
import dev.upswell.quality.GroupCounts;
import dev.upswell.quality.ReadingGate;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.timeline.Counter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/// Passes readings from DuckDB through a gate, column by column.
///
/// Entities and sources travel as hashes of 64 bits, so that no text is made of a row that is in order; only failed ones are
/// looked up. Two series of the same hash would be taken for one: of a million that happens once in 36 million runs.
///
/// **cost** about 150 ns a reading, and the memory of the gate
public final class ReadingColumnRepository {

    private static final Counter[] COUNTERS = Counter.values();
    private static final String SERIES = "(hash(kind, entity_id, source) >> 1)::BIGINT";
    private static final String GROUP = "(hash(kind, source) >> 1)::BIGINT";
    private static final int OWN_COLUMNS = 6;

    private final DuckDBConnection connection;
    private final Known known;

    /// What is known of sources before their readings come.
    public interface Known {

        /// Whether the counters of this source only grow.
        boolean cumulative(String source);

        /// The counters that it usually gives of this kind, as a set of bits by [Counter#ordinal]; 0 while none are known.
        int usual(String source, EntityKind kind);
    }

    /// What was counted of one source and kind.
    public record Counted(String source, EntityKind kind, GroupCounts counts) {
    }

    /// What came of a pass.
    ///
    /// @param failed the first of the failed readings
    public record Pass(List<Counted> counted, List<Failed> failed) {

        public Pass {
            counted = List.copyOf(counted);
            failed = List.copyOf(failed);
        }
    }

    /// A failed reading with its names.
    public record Failed(EntityId entity, String source, Instant observedAt, FailedReading reading) {
    }

    /// A pass over what this session reads.
    static ReadingColumnRepository of(LakeSession lake, Known known) {
        return new ReadingColumnRepository(lake.connection(), known);
    }

    public ReadingColumnRepository(DuckDBConnection connection, Known known) {
        this.connection = connection;
        this.known = known;
    }

    /// Passes the readings of a relation, which has the columns of the dataset of observations.
    ///
    /// @param readings a table expression with the batch
    /// @param earlier a table expression with what was read before and is compared with; empty for none
    /// @param order whether the rows must be sorted by series and time: those of lake files are, each file by itself
    ///
    /// **errors** `StoreException` when DuckDB fails
    public Pass pass(String readings, String earlier, boolean order) {
        try (Statement statement = connection.createStatement()) {
            Map<Long, Integer> groups = new HashMap<>();
            List<Counted> names = new ArrayList<>();
            ReadingGate gate = new ReadingGate(ReadingGate.USUAL_SERIES);
            groups(statement, readings, gate, groups, names);
            List<Counter> given = given(statement, readings);
            if (names.isEmpty()) {
                return new Pass(List.of(), List.of());
            }
            String columns = columns(given, groups.size() == 1);
            String sql = earlier.isEmpty()
                    ? "SELECT " + columns + " FROM " + readings + (order ? " ORDER BY series, second" : "")
                    : "SELECT " + columns + ", true AS counted FROM " + readings + " UNION ALL SELECT " + columns
                            + ", false FROM " + earlier + " ORDER BY series, second, counted";
            stream(sql, gate, groups, !earlier.isEmpty());
            List<FailedReading> failed = gate.failed();
            List<Counted> counted = gate.end().stream().map(counts -> {
                Counted name = names.get(counts.group());
                return new Counted(name.source(), name.kind(), counts);
            }).toList();
            return new Pass(counted, named(statement, readings, failed, names));
        } catch (SQLException e) {
            throw StoreException.permanent("a batch was not looked at", "DuckDB",
                    "Check free disk space and memory; the log has the cause.", e);
        }
    }

    private void groups(Statement statement, String readings, ReadingGate gate, Map<Long, Integer> groups,
            List<Counted> names) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT source, kind, " + GROUP + " FROM (SELECT DISTINCT source, kind FROM " + readings
                        + ") ORDER BY 1, 2")) {
            while (row.next()) {
                EntityKind kind = EntityKind.of(row.getString(2));
                String source = row.getString(1);
                int group = gate.group(known.cumulative(source), known.usual(source, kind));
                groups.put(row.getLong(3), group);
                names.add(new Counted(source, kind,
                        new GroupCounts(group, 0, Arrays.stream(COUNTERS).map(_ -> 0L).toList(), 0, 0, 0, 0, 0, 0,
                                null)));
            }
        }
    }

    /// The counters that any reading has: the others are not fetched.
    private static List<Counter> given(Statement statement, String readings) throws SQLException {
        try (ResultSet row = statement.executeQuery(Arrays.stream(COUNTERS)
                .map(counter -> "count(" + counter.label() + ") > 0")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + readings)))) {
            row.next();
            List<Counter> given = new ArrayList<>();
            for (Counter counter : COUNTERS) {
                if (row.getBoolean(counter.ordinal() + 1)) {
                    given.add(counter);
                }
            }
            return given;
        }
    }

    /// The columns of a pass, each a whole number: what is the same in all rows is not fetched.
    private static String columns(List<Counter> given, boolean oneGroup) {
        String labels = given.stream().map(Counter::label).collect(Collectors.joining(", "));
        String steps = given.stream()
                .map(counter -> "CASE WHEN " + counter.label() + " IS NULL THEN NULL ELSE coalesce("
                        + counter.label() + "_step, 1) END")
                .collect(Collectors.joining(", "));
        String mask = given.stream()
                .map(counter -> "CASE WHEN " + counter.label() + " IS NULL THEN 0 ELSE " + (1 << counter.ordinal())
                        + " END")
                .collect(Collectors.joining(" + "));
        return SERIES + " AS series, (epoch_us(observed_at) + 999999) // 1000000 AS second, ("
                + (mask.isEmpty() ? "0" : mask) + ")::BIGINT AS given, "
                + (labels.isEmpty()
                        ? "0::BIGINT AS lead, 1::BIGINT AS step, 0::BIGINT AS print"
                        : "coalesce(" + labels + ", 0) AS lead, coalesce(" + steps + ", 1) AS step, (hash(" + labels
                                + ") >> 1)::BIGINT AS print")
                + (oneGroup ? "" : ", " + GROUP + " AS grp");
    }

    /// The vectors of a chunk, by the columns of a pass.
    private record Vectors(DuckDBReadableVector series, DuckDBReadableVector second, DuckDBReadableVector given,
            DuckDBReadableVector lead, DuckDBReadableVector step, DuckDBReadableVector print) {

        static Vectors of(DuckDBDataChunkReader chunk) {
            return new Vectors(chunk.vector(0), chunk.vector(1), chunk.vector(2), chunk.vector(3), chunk.vector(4),
                    chunk.vector(5));
        }
    }

    private void stream(String sql, ReadingGate gate, Map<Long, Integer> groups, boolean earlier) throws SQLException {
        try (DuckDBPreparedStatement statement = connection.prepareStatement(sql)
                .unwrap(DuckDBPreparedStatement.class); DuckDBChunkedResult result = statement.query()) {
            boolean oneGroup = groups.size() == 1;
            int only = oneGroup ? groups.values().iterator().next() : 0;
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                Vectors v = Vectors.of(chunk);
                DuckDBReadableVector group = oneGroup ? v.series() : chunk.vector(OWN_COLUMNS);
                DuckDBReadableVector counted = earlier ? chunk.vector(chunk.columnCount() - 1) : v.series();
                long rows = chunk.rowCount();
                for (long row = 0; row < rows; row++) {
                    int of = oneGroup ? only : groups.getOrDefault(group.getLong(row), -1);
                    if (of < 0) {
                        continue;
                    }
                    int given = (int) v.given().getLong(row);
                    if (!earlier || counted.getBoolean(row)) {
                        gate.reading(of, v.series().getLong(row), v.second().getLong(row), given, v.lead().getLong(row),
                                v.step().getLong(row), v.print().getLong(row));
                    } else {
                        gate.remember(of, v.series().getLong(row), v.second().getLong(row), given,
                                v.lead().getLong(row), v.step().getLong(row), v.print().getLong(row));
                    }
                }
            }
        }
    }

    private static List<Failed> named(Statement statement, String readings, List<FailedReading> failed,
            List<Counted> names) throws SQLException {
        if (failed.isEmpty()) {
            return List.of();
        }
        Map<Long, String> ids = new HashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT DISTINCT " + SERIES + " AS series, entity_id FROM "
                + readings + " WHERE series IN (" + failed.stream().map(one -> Long.toString(one.series())).distinct()
                        .collect(Collectors.joining(", "))
                + ")")) {
            while (row.next()) {
                ids.put(row.getLong(1), row.getString(2));
            }
        }
        List<Failed> named = new ArrayList<>();
        for (FailedReading one : failed) {
            String id = ids.get(one.series());
            if (id != null) {
                Counted group = names.get(one.group());
                named.add(new Failed(new EntityId(group.kind(), id), group.source(),
                        Instant.ofEpochSecond(one.epochSecond()), one));
            }
        }
        return named;
    }
}
