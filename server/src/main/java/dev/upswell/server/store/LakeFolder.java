package dev.upswell.server.store;

import dev.upswell.server.postgres.DurableFile;
import dev.upswell.server.postgres.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The lake folder as a whole: whose it is, and what in it nobody can see.
///
/// Files and their manifest lie apart, so a data folder can be opened with a database that knows none of its files. Whose
/// they are stands in `lake.owner` beside the folder, and nothing is ever deleted that is not below the folder of one of
/// this database's tenants.
final class LakeFolder {

    private static final Logger LOG = LoggerFactory.getLogger(LakeFolder.class);

    private final Path lake;
    private final Path ownerFile;
    private final Path spill;
    private final boolean shared;
    private final DataSource owner;

    LakeFolder(StoreSettings settings, DataSource owner) {
        this.lake = settings.lakeFolder();
        this.ownerFile = lake.resolveSibling("lake.owner");
        this.spill = settings.spillFolder();
        this.shared = settings.sharedLake() != null;
        this.owner = owner;
    }

    /// Makes sure that the files belong to this database; a folder without files then does. Call under the guard.
    ///
    /// **errors** [StoreException] when they belong to another one.
    void requireOwn() {
        String database = strings("select lake_owner()::text").getFirst();
        try {
            if (Files.exists(ownerFile) && Files.readString(ownerFile).strip().equals(database)) {
                return;
            }
            List<Path> files = FolderTree.files(lake);
            boolean others = Files.exists(ownerFile)
                    ? !files.isEmpty()
                    : !files.isEmpty() && filesOfTenants().isEmpty();
            if (others) {
                throw StoreException.permanent("the lake files belong to another database", lake.toString(),
                        "Set store.url back to that database, or give this one a data folder of its own (--data)."
                                + " When the database was restored from a dump and the files are its own, delete lake.owner;"
                                + " when the other one is gone for good, move lake and lake.owner away.",
                        null);
            }
            if (files.isEmpty() && isTrue("select exists (select from lake_file where retired_at is null)::text")) {
                throw StoreException.permanent("this database keeps its lake files in another folder", lake.toString(),
                        "Name the data folder that holds them with --data, or that folder with lake.folder,"
                                + " or put the lake back there from a backup.",
                        null);
            }
            DurableFile.write(ownerFile, database + "\n");
        } catch (IOException e) {
            throw StoreException.permanent("owner of the lake was not read or noted", ownerFile.toString(),
                    "Check the permissions of the data folder.", e);
        }
    }

    private Instant now() {
        return Instant
                .ofEpochSecond(Long.parseLong(strings("select extract(epoch from now())::bigint::text").getFirst()));
    }

    private boolean isTrue(String question) {
        return strings(question).getFirst().equals("true");
    }

    /// Removes leftovers of killed processes. Only while nobody else uses the folder: a file that is not in the manifest may
    /// be one that a living process is about to publish. Of a lake that servers with other data folders use too, nobody here can
    /// tell whether they do, so only leftovers of more than [Database#GRACE] are removed.
    void afterCrash() {
        try {
            FolderTree.delete(spill);
            List<Path> files = filesOfTenants();
            if (files.isEmpty()) {
                return;
            }
            Instant latest = shared ? now().minus(Database.GRACE) : Instant.MAX;
            Set<Path> known = new HashSet<>(paths("select path from lake_file"));
            for (Path file : files) {
                if (!known.contains(file)) {
                    deleteOlder(file, latest);
                }
            }
            deleteRetired(Database.GRACE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Another server of the same lake may be at this too, so a file may be gone at any time.
    private static void deleteOlder(Path file, Instant latest) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} is gone already", file);
        }
    }

    /// Removes files replaced longer ago than this. The row goes first: a file without a row is swept later, but a row
    /// without a file would be a reader's error.
    int deleteRetired(Duration grace) {
        return deleteAll(paths("delete from lake_file where retired_at < now() - make_interval(secs => "
                + grace.toSeconds() + ") returning path"));
    }

    /// Removes all replaced files of this tenant.
    int deleteRetired(TenantId tenant) {
        return deleteAll(paths("delete from lake_file where tenant_id = '" + tenant.value()
                + "' and retired_at is not null returning path"));
    }

    /// All files of this tenant.
    List<Path> files(TenantId tenant) {
        try {
            return FolderTree.files(lake.resolve(tenant.toString()));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Removes the files of this tenant that no row knows and that this is true of.
    int deleteLoose(TenantId tenant, Predicate<Path> naming) {
        Set<Path> known = new HashSet<>(
                paths("select path from lake_file where tenant_id = '" + tenant.value() + "'"));
        return deleteAll(files(tenant).stream().filter(file -> !known.contains(file)).filter(naming).toList());
    }

    private int deleteAll(List<Path> files) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            return files.size();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private List<Path> filesOfTenants() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : paths("select tenant_id::text from tenant")) {
            files.addAll(FolderTree.files(folder));
        }
        return files;
    }

    private List<Path> paths(String sql) {
        return strings(sql).stream().map(lake::resolve).toList();
    }

    private List<String> strings(String sql) {
        try (Connection connection = owner.getConnection()) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true)).sql(sql).query(String.class)
                    .list();
        } catch (SQLException | DataAccessException e) {
            throw SqlFailures.translate("manifest cannot be read", e);
        }
    }

    private StoreException failure(IOException cause) {
        return StoreException.permanent("leftover files were not deleted", lake.toString(),
                "Check the permissions of the data folder.", cause);
    }
}
