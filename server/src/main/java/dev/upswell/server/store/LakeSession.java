package dev.upswell.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One in-memory DuckDB connection over one tenant's lake files. Not for use by several threads at once.
///
/// Times are `TIMESTAMP` in UTC. A relation from `scan` names the files that were visible at that moment, and stays the
/// same whatever is published later.
public final class LakeSession implements AutoCloseable {

    private final TenantId tenant;
    private final DuckDBConnection connection;
    private final Path folder;
    private final Path scratch;
    private final TenantTransactions transactions;
    private final Manifest manifest;
    private final Runnable atEnd;
    private final AtomicBoolean ended = new AtomicBoolean();

    /// Where files lie.
    ///
    /// @param scratch of those that need not last
    record Folders(Path lake, Path scratch) {
    }

    /// @param atEnd closes the connection; run once
    LakeSession(TenantId tenant, DuckDBConnection connection, Folders folders, TenantTransactions transactions,
            Manifest manifest, Runnable atEnd) {
        this.atEnd = atEnd;
        this.tenant = tenant;
        this.connection = connection;
        this.folder = folders.lake();
        this.scratch = folders.scratch();
        this.transactions = transactions;
        this.manifest = manifest;
    }

    /// Whose files these are.
    public TenantId tenant() {
        return tenant;
    }

    /// The connection itself, for the queries of repositories.
    public DuckDBConnection connection() {
        return connection;
    }

    /// Runs one statement without a result.
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DuckDb.failure("statement failed", e);
        }
    }

    /// Makes an empty in-memory table with the columns of the dataset, in place of an earlier one of that name.
    public void createTable(String table, Dataset dataset) {
        execute("CREATE OR REPLACE TEMP TABLE " + table + " (" + dataset.columnDefinitions() + ")");
    }

    /// The same with the rows of a Parquet file, which has these columns.
    public void createTable(String table, Dataset dataset, Path parquet) {
        execute("CREATE OR REPLACE TEMP TABLE " + table + " AS SELECT " + dataset.columns().stream()
                .map(column -> "CAST(" + column.quoted() + " AS " + column.type() + ") AS " + column.quoted())
                .collect(Collectors.joining(", ")) + " FROM read_parquet('" + quoted(parquet) + "')");
    }

    /// A name for a file that need not outlast its maker: what is left of such files is swept at a later start.
    public Path scratchFile() {
        return scratch.resolve(UUID.randomUUID() + ".rows");
    }

    /// The fast way to add rows to an in-memory table; close it to see them.
    public DuckDBAppender appender(String table) {
        try {
            return connection.createAppender("temp", "main", table);
        } catch (SQLException e) {
            throw DuckDb.failure("no appender for table " + table, e);
        }
    }

    /// A table expression over all visible rows of the dataset, without a row when there are none.
    public String scan(Dataset dataset) {
        return relation(dataset, transactions.call(tenant, db -> manifest.visible(db, dataset)));
    }

    /// A table expression over the visible files that may hold rows with `from ≤ time ≤ to`.
    ///
    /// Files are skipped, rows are not: the query still filters by time.
    public String scan(Dataset dataset, Instant from, Instant to) {
        return relation(dataset, transactions.call(tenant, db -> manifest.visible(db, dataset, from, to)));
    }

    /// The same inside the caller's tenant transaction, so that it sees what that transaction published.
    public String scan(JdbcClient db, Dataset dataset, Instant from, Instant to) {
        return relation(dataset, manifest.visible(db, dataset, from, to));
    }

    /// A table expression over exactly these files, without a row when there are none.
    ///
    /// **absence** a column that is younger than all of these files is null
    public String relation(Dataset dataset, List<LakeFile> files) {
        return files.isEmpty()
                ? dataset.emptyRelation()
                : "(SELECT " + dataset.columnList() + " FROM (SELECT * FROM " + parquet(files)
                        + " UNION ALL BY NAME SELECT * FROM " + dataset.emptyRelation() + "))";
    }

    /// The place of the last file of these datasets at this moment, for [Manifest#requireLast]; ask before scanning.
    public long last(List<Dataset> datasets) {
        return transactions.call(tenant, db -> manifest.last(db, datasets));
    }

    /// Writes the rows of this query as a file of the dataset, sorted, complete and durable, yet invisible.
    ///
    /// The query names its columns as the dataset does, in any order. What is never published is swept at a later start.
    ///
    /// **absence** empty when the query has no row: then there is no file.
    public Optional<StagedFile> stage(Dataset dataset, String selectSql) {
        return new Staging(connection, folder, tenant).write(dataset, selectSql);
    }

    String parquet(List<LakeFile> files) {
        return files.stream().map(file -> "'" + quoted(folder.resolve(file.path())) + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name = true)"));
    }

    static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    /// Ends the connection and frees its memory. A second call does nothing.
    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            atEnd.run();
        }
    }
}
