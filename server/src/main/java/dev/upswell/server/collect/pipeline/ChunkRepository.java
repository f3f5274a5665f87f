package dev.upswell.server.collect.pipeline;

import static dev.upswell.server.collect.spool.ChunkRows.OBSERVATIONS;
import static dev.upswell.server.collect.spool.ChunkRows.VIDEOS;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.spool.ChunkRows;
import dev.upswell.server.collect.spool.RowSpool;
import dev.upswell.server.commerce.CommerceChunkRepository;
import dev.upswell.server.quality.BatchRows;
import dev.upswell.server.quality.BatchScope;
import dev.upswell.server.quality.Gates;
import dev.upswell.server.quality.Judged;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// The rows of one chunk in DuckDB: what is new among them is found there, and written to files.
final class ChunkRepository implements AutoCloseable {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration COMPARED = Duration.ofDays(3);
    private static final long FETCH_WINDOW_MICROS = 15 * 60 * 1_000_000L;

    private final LakeSession lake;
    private final CommerceChunkRepository facts;

    /// Chunks of rows that are of no file.
    ChunkRepository(LakeSession lake) {
        this(lake, null);
    }

    /// Chunks of rows of a file.
    ///
    /// @param content SHA-256 of the file; `null` when they are of none
    ChunkRepository(LakeSession lake, @Nullable String content) {
        this.lake = lake;
        this.facts = new CommerceChunkRepository(lake, content);
    }

    /// An empty chunk, for this session.
    Chunk chunk() {
        return new Chunk(new ChunkRows(lake::scratchFile));
    }

    /// Takes the rows of a chunk in, in place of those of the chunk before.
    private void take(ChunkRows rows) {
        close();
        rows.end();
        take(OBSERVATIONS, rows.observations());
        take(VIDEOS, rows.videos());
        rows.facts().forEach(told -> facts.append(told.row(), told.fact()));
    }

    private void take(Dataset dataset, RowSpool rows) {
        if (rows.rows() > 0) {
            lake.createTable(dataset.name(), dataset, rows.path());
        } else {
            lake.createTable(dataset.name(), dataset);
        }
    }

    /// Takes a chunk in; says what the quality gates say of its rows, compared with what was read of the same entities in the days before.
    Judged judge(Gates gates, Chunk chunk, Batched batched) {
        take(chunk.content());
        return gates.judge(lake, new Gates.Batch(batched.scope(), batched.name(),
                batched.rows(), OBSERVATIONS.name(), earlier(), batched.cumulative(), batched.whole()));
    }

    /// What judging needs besides the rows' readings.
    record Batched(BatchScope scope, String name, BatchRows rows, boolean cumulative, boolean whole) {
    }

    /// Of each entity the last reading of each hour of the three days before the chunk.
    private String earlier() {
        try (Statement statement = lake.connection().createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT epoch_us(min(observed_at)) FROM " + OBSERVATIONS.name())) {
            row.next();
            long from = row.getLong(1);
            if (row.wasNull()) {
                return "";
            }
            return "(SELECT o.* FROM " + lake.scan(Collected.OBSERVATION, time(from).minus(COMPARED), time(from))
                    + " AS o SEMI JOIN " + OBSERVATIONS.name() + " AS c USING (kind, entity_id, source)"
                    + " WHERE observed_at < make_timestamp(" + from + ") AND observed_at >= make_timestamp("
                    + (from - ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(COMPARED))) + ")"
                    + " QUALIFY row_number() OVER (PARTITION BY kind, entity_id, source,"
                    + " date_trunc('hour', observed_at) ORDER BY observed_at DESC) = 1)";
        } catch (SQLException e) {
            throw failure("a chunk was not compared with earlier readings", e);
        }
    }

    /// Takes out what the lake knows and writes the rest as files that nobody sees yet.
    ///
    /// @param judged what the gates said: what they block goes into files of its own
    StagedChunk stage(Chunk chunk, Judged judged) {
        return stage(chunk, false, judged);
    }

    /// The same, but of the readings of an entity by a source only the first of a fetch window counts as new, and none when the
    /// lake has one of that window.
    StagedChunk stageFirstOfWindow(Chunk chunk, Judged judged) {
        return stage(chunk, true, judged);
    }

    /// Takes rows in that were set aside before, as new ones, whatever the gates say now.
    ///
    /// @param readings table expression of the readings, `videos` of the descriptions
    StagedChunk stageHeld(String readings, String videos) {
        lake.createTable(OBSERVATIONS.name(), OBSERVATIONS);
        lake.createTable(VIDEOS.name(), VIDEOS);
        lake.execute(
                "INSERT INTO " + OBSERVATIONS.name() + " BY NAME SELECT row_number() OVER () AS row_number, * FROM "
                        + readings);
        lake.execute("INSERT INTO " + VIDEOS.name() + " BY NAME SELECT row_number() OVER () AS row_number, * FROM "
                + videos);
        try (Chunk none = chunk()) {
            return stage(none, false, false, null);
        }
    }

    private StagedChunk stage(Chunk chunk, boolean firstOfWindow, Judged judged) {
        return stage(chunk, firstOfWindow, true, judged);
    }

    private StagedChunk stage(Chunk chunk, boolean firstOfWindow, boolean besideHeld, @Nullable Judged judged) {
        long comparedTo = lake.last(Collected.DATASETS);
        CommerceChunkRepository.Staged told = facts.stage();
        try (Statement statement = lake.connection().createStatement()) {
            keepNewObservations(statement, besideHeld);
            if (firstOfWindow) {
                keepFirstOfWindow(statement);
            }
            keepNewVideos(statement, besideHeld);
            List<StagedFile> files = new ArrayList<>();
            long held = judged != null && judged.blocksAny() ? setAside(statement, judged, files) : 0;
            long stored = number(statement,
                    Stream.concat(Stream.of("new_observation", "new_video"), told.tables().stream())
                            .map(table -> "SELECT row_number FROM " + table).collect(Collectors.joining(" UNION ALL ",
                                    "SELECT count(DISTINCT row_number) FROM (", ")"))
                            + (held > 0 ? " WHERE row_number NOT IN (FROM held_row)" : ""));
            long readings = number(statement, "SELECT count(*) FROM new_observation");
            files.addAll(told.files());
            stage(Collected.OBSERVATION, "new_observation").ifPresent(files::add);
            stage(Collected.VIDEO, "new_video").ifPresent(files::add);
            List<TouchedEntity> touched = touched();
            if (held > 0) {
                chunk.nameOnly(touched.stream().map(TouchedEntity::entity).collect(Collectors.toSet()));
            }
            return new StagedChunk(chunk, stored, readings, files, touched, sources(statement, told.tables()), held,
                    comparedTo);
        } catch (SQLException e) {
            throw failure("a chunk was not compared with the lake", e);
        }
    }

    /// Moves what the gates block out of the new rows into files of its own; returns how many rows of the file that concerns.
    private long setAside(Statement statement, Judged judged, List<StagedFile> files) throws SQLException {
        String blocked = names(statement, "SELECT source FROM new_observation UNION SELECT source FROM new_video")
                .stream()
                .filter(judged::blocks).map(source -> "'" + source.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        if (blocked.isEmpty()) {
            return 0;
        }
        statement.execute(
                "CREATE OR REPLACE TEMP TABLE held_row AS SELECT row_number FROM new_observation WHERE source IN ("
                        + blocked + ") UNION SELECT row_number FROM new_video WHERE source IN (" + blocked + ")");
        stageHeld(statement, Collected.HELD_OBSERVATION, "new_observation", judged).ifPresent(files::add);
        stageHeld(statement, Collected.HELD_VIDEO, "new_video", judged).ifPresent(files::add);
        return number(statement, "SELECT count(*) FROM held_row");
    }

    private Optional<StagedFile> stageHeld(Statement statement, Dataset held, String table, Judged judged)
            throws SQLException {
        Optional<StagedFile> file = lake.stage(held, "SELECT * EXCLUDE (row_number), '" + judged.id()
                + "' AS batch_id FROM " + table + " SEMI JOIN held_row USING (row_number)");
        statement.execute("DELETE FROM " + table + " WHERE row_number IN (FROM held_row)");
        return file;
    }

    private static List<String> names(Statement statement, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private Optional<StagedFile> stage(Dataset dataset, String table) {
        return lake.stage(dataset, "SELECT " + dataset.columnList() + " FROM " + table);
    }

    private void keepNewObservations(Statement statement, boolean besideHeld) throws SQLException {
        String known;
        try (ResultSet row = statement.executeQuery(
                "SELECT epoch_us(min(observed_at)), epoch_us(max(observed_at)) FROM " + OBSERVATIONS.name())) {
            row.next();
            long from = row.getLong(1);
            known = row.wasNull()
                    ? ""
                    : known(Collected.OBSERVATION, Collected.HELD_OBSERVATION, besideHeld, time(from),
                            time(row.getLong(2)));
        }
        NewRowsRepository.keep(statement, "new_observation", Collected.OBSERVATION, OBSERVATIONS.name(), known);
    }

    private void keepFirstOfWindow(Statement statement) throws SQLException {
        String known;
        try (ResultSet row = statement
                .executeQuery("SELECT epoch_us(min(observed_at)), epoch_us(max(observed_at)) FROM new_observation")) {
            row.next();
            long from = row.getLong(1);
            if (row.wasNull()) {
                return;
            }
            known = lake.scan(Collected.OBSERVATION, time(from - FETCH_WINDOW_MICROS),
                    time(row.getLong(2) + FETCH_WINDOW_MICROS));
        }
        String window = "(epoch_us(observed_at) + " + (FETCH_WINDOW_MICROS - 1) + ") // " + FETCH_WINDOW_MICROS;
        statement.execute("CREATE OR REPLACE TEMP TABLE new_observation AS SELECT n.* EXCLUDE (w) FROM (SELECT *, "
                + window
                + " AS w FROM new_observation QUALIFY row_number() OVER (PARTITION BY kind, entity_id, source, w"
                + " ORDER BY observed_at, row_number) = 1) AS n ANTI JOIN (SELECT kind, entity_id, source, " + window
                + " AS w FROM " + known + ") AS l USING (kind, entity_id, source, w)");
    }

    private void keepNewVideos(Statement statement, boolean besideHeld) throws SQLException {
        boolean any = number(statement, "SELECT count(*) FROM " + VIDEOS.name()) > 0;
        String known = any
                ? known(Collected.VIDEO, Collected.HELD_VIDEO, besideHeld, Instant.EPOCH, FOREVER)
                : "";
        NewRowsRepository.keep(statement, "new_video", Collected.VIDEO, VIDEOS.name(), known);
    }

    /// What is set aside is known too: the same file again sets nothing aside a second time. Empty when nothing is known.
    private String known(Dataset dataset, Dataset held, boolean besideHeld, Instant from, Instant to) {
        Stream<Dataset> of = besideHeld ? Stream.of(dataset, held) : Stream.of(dataset);
        String known = of.map(each -> new Known(each, lake.scan(each, from, to)))
                .filter(each -> !each.rows().equals(lake.relation(each.dataset(), List.of())))
                .map(each -> "SELECT " + dataset.columnList() + " FROM " + each.rows())
                .collect(Collectors.joining(" UNION ALL "));
        return known.isEmpty() ? "" : "(" + known + ")";
    }

    /// A table expression over the stored rows of a dataset.
    private record Known(Dataset dataset, String rows) {
    }

    /// What is new is told of these entities, kind by kind and in the order of their ids.
    private List<TouchedEntity> touched() throws SQLException {
        List<TouchedEntity> touched = new ArrayList<>();
        for (EntityKind kind : EntityKind.values()) {
            String readings = "SELECT entity_id, observed_at FROM new_observation WHERE kind = '" + kind.label() + "'";
            String told = kind == EntityKind.VIDEO ? " UNION ALL SELECT video_id, NULL FROM new_video" : "";
            try (DuckDBPreparedStatement statement = lake.connection()
                    .prepareStatement("SELECT entity_id, epoch_us(min(observed_at)), epoch_us(max(observed_at)) FROM ("
                            + readings + told + ") GROUP BY entity_id ORDER BY entity_id")
                    .unwrap(DuckDBPreparedStatement.class); DuckDBChunkedResult result = statement.query()) {
                while (result.nextChunk()) {
                    touched(kind, result.chunk(), touched);
                }
            }
        }
        return touched;
    }

    private static void touched(EntityKind kind, DuckDBDataChunkReader chunk, List<TouchedEntity> touched) {
        DuckDBReadableVector id = chunk.vector(0);
        DuckDBReadableVector first = chunk.vector(1);
        DuckDBReadableVector last = chunk.vector(2);
        for (long row = 0; row < chunk.rowCount(); row++) {
            boolean dated = !first.isNull(row);
            touched.add(new TouchedEntity(new EntityId(kind, id.getString(row)),
                    dated ? time(first.getLong(row)) : null, dated ? time(last.getLong(row)) : null));
        }
    }

    private static Map<String, Instant> sources(Statement statement, List<String> facts) throws SQLException {
        Map<String, Instant> latest = new TreeMap<>();
        try (ResultSet row = statement
                .executeQuery(Stream.concat(Stream.of("new_observation"), facts.stream())
                        .map(table -> "SELECT source, observed_at FROM " + table).collect(Collectors.joining(
                                " UNION ALL ", "SELECT source, epoch_us(max(observed_at)) FROM (",
                                ") GROUP BY source")))) {
            while (row.next()) {
                latest.put(row.getString(1), time(row.getLong(2)));
            }
        }
        return latest;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Instant time(long epochMicros) {
        return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
    }

    static StoreException failure(String what, SQLException cause) {
        return StoreException.permanent(what, "DuckDB", "Check free disk space and memory; the log has the cause.",
                cause);
    }

    /// Forgets the facts at hand; without effect when there are none.
    @Override
    public void close() {
        facts.close();
    }
}
