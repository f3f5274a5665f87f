package dev.upswell.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// Opens in-memory DuckDB connections with bounded memory that spill to a folder of their own.
///
/// `preserve_insertion_order` stays on: without it, release 2.0.0 now and then hands out the chunks of a large prepared
/// query in another order than its `ORDER BY` asks for.
final class DuckDb {

    private DuckDb() {
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

    static DuckDBConnection open(Path spillFolder, int memoryMb) {
        try {
            Files.createDirectories(spillFolder);
            Properties settings = new Properties();
            settings.setProperty("memory_limit", memoryMb + "MB");
            settings.setProperty("threads", "2");
            settings.setProperty("temp_directory", spillFolder.resolve(UUID.randomUUID().toString()).toString());
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("enable_external_file_cache", "false");
            return connect(settings);
        } catch (SQLException | IOException e) {
            throw StoreException.permanent("DuckDB did not start", spillFolder.toString(),
                    "Check that the folder can be written and that the native library may be loaded.", e);
        }
    }

    /// Another connection to the instance of this one, with temporary tables of its own.
    ///
    /// **errors** `SQLException` when the instance met a failure after which it does nothing more
    static DuckDBConnection another(DuckDBConnection instance) throws SQLException {
        DuckDBConnection connection = instance.duplicate().unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void close(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure("connection did not close", e);
        }
    }

    private static DuckDBConnection connect(Properties settings) throws SQLException {
        return new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    }

    static StoreException failure(String what, SQLException cause) {
        return StoreException.permanent(what, "DuckDB", "Check free disk space and memory; the log has the statement.",
                cause);
    }
}
