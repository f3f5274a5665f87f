package dev.upswell.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// A DuckDB in memory, with bounded memory, that spills to a folder of its own.
///
/// `preserve_insertion_order` stays on: without it, release 2.0.0 now and then hands out the chunks of a large prepared
/// query in another order than its `ORDER BY` asks for.
final class DuckDb implements Lake.Instance {

    private static final String LEFT_BEHIND = """
        SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND NOT internal
        UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT temporary AND NOT internal""";

    /// Keeps the instance alive between sessions.
    private final DuckDBConnection keeper;

    private DuckDb(DuckDBConnection keeper) {
        this.keeper = keeper;
    }

    /// Begins to load the native library in the background: half a second that can pass while PostgreSQL starts.
    static void preload() {
        Thread.ofPlatform().daemon().name("duckdb-preload").start(() -> {
            try (var connection = connect(new Properties())) {
                connection.isValid(0);
            } catch (SQLException | LinkageError e) {
                // Whoever needs the lake meets the same failure and reports it.
                return;
            }
        });
    }

    static DuckDb open(Path spillFolder, int memoryMb) {
        try {
            Files.createDirectories(spillFolder);
            Properties settings = new Properties();
            settings.setProperty("memory_limit", memoryMb + "MB");
            settings.setProperty("threads", "2");
            settings.setProperty("temp_directory", spillFolder.resolve(UUID.randomUUID().toString()).toString());
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("enable_external_file_cache", "false");
            return new DuckDb(connect(settings));
        } catch (SQLException | IOException e) {
            throw StoreException.permanent("DuckDB did not start", spillFolder.toString(),
                    "Check that the folder can be written and that the native library may be loaded.", e);
        }
    }

    @Override
    public DuckDBConnection connect() throws SQLException {
        DuckDBConnection connection = keeper.duplicate().unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    @Override
    public void disconnect(DuckDBConnection session) throws SQLException {
        session.close();
    }

    @Override
    public List<String> leftBehind() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = keeper.createStatement(); ResultSet row = statement.executeQuery(LEFT_BEHIND)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }

    private static DuckDBConnection connect(Properties settings) throws SQLException {
        return new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    }

    static StoreException failure(String what, SQLException cause) {
        return StoreException.permanent(what, "DuckDB", "Check free disk space and memory; the log has the statement.",
                cause);
    }
}
