package dev.upswell.server.store;

import dev.upswell.server.postgres.Credentials;
import dev.upswell.server.postgres.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A real store for tests: one embedded PostgreSQL for each test process, a new tenant for each test.
///
/// The programs of PostgreSQL are unpacked once below `target` and shared by all test runs.
public final class TestDatabase {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private TestDatabase() {
    }

    /// The store of this test process; do not close it.
    public static Database shared() {
        return Shared.DATABASE;
    }

    /// A tenant that no other test uses.
    public static TenantId newTenant() {
        return shared().tenants().findOrCreate(nextName());
    }

    /// The name of a tenant that no other test uses.
    public static String newTenantName() {
        String name = nextName();
        shared().tenants().findOrCreate(name);
        return name;
    }

    private static String nextName() {
        return "test-" + TENANTS.incrementAndGet();
    }

    /// Settings of a store of its own, for tests that start and kill one.
    public static StoreSettings settings(Path dataFolder) {
        return StoreSettings.embedded(dataFolder).withBinariesFolder(PROGRAMS);
    }

    /// Runs this as the owner of the tables, whom row-level security does not bind.
    public static <T> T asOwner(Function<JdbcClient, T> work) {
        return with(shared().address().owner(), work);
    }

    /// Runs this as the application's role without a tenant, past the tenant transaction.
    public static <T> T asApplication(Function<JdbcClient, T> work) {
        return with(shared().address().application(), work);
    }

    private static <T> T with(DataSource source, Function<JdbcClient, T> work) {
        try (Connection connection = source.getConnection()) {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// A database of its own on the server of this test process, as one that somebody else runs.
    public static ExternalPostgres external() {
        PostgresAddress address = shared().address();
        String name = "external_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(address.owner()).sql("create database " + name).update();
        return new ExternalPostgres(address.url().replace("/postgres?", "/" + name + "?"), Credentials.OWNER,
                address.ownerPassword(), address.appPassword());
    }

    /// The data folder of this test process's store, for whoever joins it as another process would.
    public static Path sharedFolder() {
        return Shared.FOLDER;
    }

    private static final class Shared {

        static final Path FOLDER = newFolder();
        static final Database DATABASE = Database.open(settings(FOLDER));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::end));
        }

        private static Path newFolder() {
            try {
                Files.createDirectories(Path.of("target"));
                return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-store-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end() {
            try {
                DATABASE.close();
                FolderTree.delete(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
