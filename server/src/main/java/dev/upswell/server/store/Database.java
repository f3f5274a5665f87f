package dev.upswell.server.store;

import dev.upswell.server.postgres.Credentials;
import dev.upswell.server.postgres.EmbeddedPostgres;
import dev.upswell.server.postgres.FolderUsers;
import dev.upswell.server.postgres.PostgresException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The open store of a data folder: PostgreSQL, migrated, and the lake beside it.
///
/// Any number of processes and threads may open the same folder. The first one starts PostgreSQL, later ones use it, the
/// last one to close stops it; a server left behind by a killed process is found and used, a killed server is restarted
/// and recovers, also while it is in use: what was under way fails as retryable, what comes next works. Whoever opens an unused folder also sweeps what killed processes left in the lake.
///
/// **cost** opening a new folder takes some seconds, an existing one well under 1.5 s · **errors** [StoreException].
public final class Database implements AutoCloseable {

    /// How long a replaced lake file is kept for readers that began before: longer than any session lasts, for a backtest
    /// over years of readings may hold its list of files for hours.
    public static final Duration GRACE = Duration.ofDays(1);

    /// How many transactions may be under way at once in this process; more wait.
    static final int CONNECTIONS = 8;

    private final FolderUsers users;
    private final FolderUsers.User user;
    private final @Nullable EmbeddedPostgres embedded;
    private final LivingServer server;
    private final HikariDataSource application;
    private final TenantTransactions transactions;
    private final Manifest manifest = new Manifest();
    private final Lake lake;
    private final LakeFolder folder;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Database(StoreSettings settings, FolderUsers users, FolderUsers.User user,
            @Nullable EmbeddedPostgres embedded, PostgresAddress address) {
        this.users = users;
        this.user = user;
        this.embedded = embedded;
        this.server = new LivingServer(users, embedded, address);
        this.application = pool(server);
        this.transactions = new TenantTransactions(application);
        this.lake = new Lake(settings, transactions, manifest);
        this.folder = new LakeFolder(settings, server.owner());
    }

    /// Opens the store, starting, creating and migrating what is needed.
    public static Database open(StoreSettings settings) {
        DuckDb.preload();
        FolderUsers users = new FolderUsers(settings.dataFolder());
        ExternalPostgres external = settings.external();
        try {
            return external == null ? openEmbedded(settings, users) : openExternal(settings, users, external);
        } catch (PostgresException e) {
            throw StoreException.of(e);
        }
    }

    private static Database openEmbedded(StoreSettings settings, FolderUsers users) {
        try (FolderUsers.Guard _ = users.guard()) {
            boolean alone = users.isEmpty();
            EmbeddedPostgres postgres = new EmbeddedPostgres(settings.dataFolder(), settings.binariesFolder());
            try {
                Credentials credentials = postgres.credentials();
                String url = postgres.start(found -> PostgresAddress.of(found, credentials).answers(), alone);
                PostgresAddress address = PostgresAddress.of(url, credentials);
                return enter(settings, users, alone, postgres, address);
            } catch (RuntimeException e) {
                if (alone) {
                    postgres.stop();
                }
                throw e;
            }
        }
    }

    private static Database openExternal(StoreSettings settings, FolderUsers users, ExternalPostgres external) {
        try (FolderUsers.Guard _ = users.guard()) {
            return enter(settings, users, users.isEmpty(), null, PostgresAddress.of(external));
        }
    }

    private static Database enter(StoreSettings settings, FolderUsers users, boolean alone,
            @Nullable EmbeddedPostgres embedded, PostgresAddress address) {
        new Schema(address.owner(), address.appPassword()).bringUpToDate();
        LakeFolder folder = new LakeFolder(settings, address.owner());
        folder.requireOwn();
        if (alone) {
            folder.afterCrash();
        }
        return new Database(settings, users, users.enter(), embedded, address);
    }

    /// The one door to a tenant's rows.
    public TenantTransactions transactions() {
        return transactions;
    }

    /// The tenants by name.
    public TenantRepository tenants() {
        return new TenantRepository(server.owner());
    }

    /// Which lake files can be read.
    public Manifest manifest() {
        return manifest;
    }

    /// The lake files themselves.
    public Lake lake() {
        return lake;
    }

    /// Locks for work that only one process may do for a tenant at a time.
    public TenantLocks locks() {
        return new TenantLocks(server.application());
    }

    /// A text of everything known about a tenant, for comparing end states.
    public LogicalDump dump() {
        return new LogicalDump(transactions, lake, manifest);
    }

    /// Merging of small lake files.
    public Compaction compaction() {
        return new Compaction(transactions, lake, manifest, locks());
    }

    /// Deletes lake files that were replaced longer ago than this; returns how many.
    public int deleteRetiredFiles(Duration grace) {
        return folder.deleteRetired(grace);
    }

    /// Deletes all replaced lake files of this tenant now, whoever may still read them: what reads fails, and is tried again. How many.
    public int deleteRetiredFiles(TenantId tenant) {
        return folder.deleteRetired(tenant);
    }

    /// The files of this tenant's lake on the disk, published or not.
    public List<Path> lakeFiles(TenantId tenant) {
        return folder.files(tenant);
    }

    /// Deletes the files of this tenant's lake that name something and that no row of the manifest knows: what killed processes left.
    /// Hold the locks of all who write the lake.
    ///
    /// @param naming tells whether a file does
    public int deleteLoose(TenantId tenant, Predicate<Path> naming) {
        return folder.deleteLoose(tenant, naming);
    }

    PostgresAddress address() {
        return server.address();
    }

    /// Lets go of the store, whatever of it does not close; the last user of an embedded server stops it. A second call does
    /// nothing.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        server.leave();
        try (Closing _ = this::leave; Closing _ = application::close) {
            lake.close();
        }
    }

    /// What is done at the end also where something before it failed.
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private void leave() {
        try (FolderUsers.Guard _ = users.guard()) {
            user.leave();
            if (embedded != null && users.isEmpty()) {
                embedded.stop();
            }
        } catch (PostgresException e) {
            throw StoreException.of(e);
        }
    }

    private static HikariDataSource pool(LivingServer server) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("upswell");
        config.setDataSource(server.application());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(Duration.ofSeconds(15).toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
