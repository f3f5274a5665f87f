package dev.upswell.server.commerce;

import dev.upswell.commerce.CommerceFact;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// The facts of one chunk of rows in DuckDB: what says something new is found there, and written to files.
///
/// Equal to what was known is a fact whose values are those of the one observed last before it. A correction that is taken
/// back is new twice, as it should be.
public final class CommerceChunkRepository implements AutoCloseable {

    private static final String ROW = "row_number";

    private final LakeSession lake;
    private final FactPlaceRepository places;
    private final Map<Dataset, DuckDBAppender> appenders = new LinkedHashMap<>();

    /// A chunk without a fact.
    ///
    /// @param content SHA-256 of the file that its rows are of; `null` when they are of answers, whose facts have ids
    public CommerceChunkRepository(LakeSession lake, @Nullable String content) {
        this.lake = lake;
        this.places = new FactPlaceRepository(lake, content);
    }

    /// Adds a fact of this row.
    public void append(long row, CommerceFact fact) {
        DuckDBAppender to = appenders.computeIfAbsent(FactValues.dataset(fact), this::open);
        try {
            to.beginRow().append(row);
            for (Object value : FactValues.of(fact)) {
                append(to, value);
            }
            to.endRow();
        } catch (SQLException e) {
            throw failure("row " + row + " was not taken", e);
        }
    }

    private DuckDBAppender open(Dataset dataset) {
        List<Column> columns = new ArrayList<>(dataset.columns());
        columns.addFirst(new Column(ROW, "BIGINT", "Row of the file"));
        lake.createTable("chunk_" + dataset.name(), new Dataset("chunk_" + dataset.name(), columns, null, List.of()));
        return lake.appender("chunk_" + dataset.name());
    }

    private static void append(DuckDBAppender to, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> to.appendNull();
            case String text -> to.append(text.replace('\0', '\uFFFD'));
            case Long whole -> to.append(whole.longValue());
            case Integer whole -> to.append(whole.intValue());
            case Double number -> to.append(number.doubleValue());
            case BigDecimal amount -> to.append(amount);
            case Instant time -> to.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, time));
            case LocalDate day -> to.append(day);
            default -> throw new IllegalStateException(
                    "value (" + value.getClass() + ") must be of a known type\nMaybe a column is new.");
        }
    }

    /// What came of a chunk.
    ///
    /// @param tables in-memory tables of what is new, each with the column `row_number`
    /// @param files the same, and the places of numbered rows, as files that nobody sees yet
    public record Staged(List<String> tables, List<StagedFile> files) {
    }

    /// Takes out what is known and writes the rest.
    public Staged stage() {
        List<Dataset> filled = List.copyOf(appenders.keySet());
        close();
        List<String> tables = new ArrayList<>();
        List<StagedFile> files = new ArrayList<>();
        try (Statement statement = lake.connection().createStatement()) {
            for (Dataset dataset : filled) {
                String table = "new_" + dataset.name();
                statement.execute("CREATE OR REPLACE TEMP TABLE " + table + " AS " + news(dataset));
                tables.add(table);
                places.stage(dataset).ifPresent(files::add);
                lake.stage(dataset, "SELECT " + dataset.columnList() + " FROM " + table).ifPresent(files::add);
            }
        } catch (SQLException e) {
            throw failure("a chunk was not compared with the lake", e);
        }
        return new Staged(tables, files);
    }

    /// Each distinct row once, unless the lake has the very same, or the row before it in time says the same.
    private String news(Dataset dataset) {
        List<String> keys = new ArrayList<>(List.of("source"));
        keys.addAll(CommerceDatasets.KEYS.getOrDefault(dataset, List.of()));
        String all = dataset.columnList();
        String key = keys.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        String said = dataset.columns().stream().filter(column -> !column.name().equals("observed_at"))
                .map(column -> column.quoted() + " := " + column.quoted()).collect(Collectors.joining(", "));
        String same = dataset.columns().stream().map(Column::quoted)
                .map(name -> "c." + name + " IS NOT DISTINCT FROM l." + name).collect(Collectors.joining(" AND "));
        String known = lake.scan(dataset);
        String about = keys.stream().map(name -> "l.\"" + name + "\" IS NOT DISTINCT FROM f.\"" + name + '"')
                .collect(Collectors.joining(" AND "));
        return """
            WITH distinct_row AS (SELECT %1$s, min(row_number) AS row_number FROM (%8$s) GROUP BY %1$s),
            fresh AS (SELECT c.* FROM distinct_row c ANTI JOIN %3$s l ON %4$s),
            told AS (SELECT *, true AS fresh FROM fresh UNION ALL BY NAME
                SELECT l.*, -1 AS row_number, false AS fresh FROM %3$s l
                SEMI JOIN (SELECT DISTINCT %5$s FROM fresh) f ON %6$s),
            beside AS (SELECT *, struct_pack(%7$s) AS said, lag(said) OVER (PARTITION BY %5$s
                ORDER BY observed_at, row_number) AS before FROM told)
            SELECT %1$s, row_number FROM beside WHERE fresh AND said IS DISTINCT FROM before""".formatted(all,
                dataset.name(), known, same, key, about, said, places.numbered(dataset, key));
    }

    private static StoreException failure(String what, SQLException cause) {
        return StoreException.permanent(what, "DuckDB", "Check free disk space and memory; the log has the cause.",
                cause);
    }

    /// Ends the appending and forgets which facts there were; without effect when nothing is open.
    @Override
    public void close() {
        try {
            for (DuckDBAppender appender : appenders.values()) {
                appender.close();
            }
        } catch (SQLException e) {
            throw failure("a chunk was not taken", e);
        } finally {
            appenders.clear();
        }
    }
}
