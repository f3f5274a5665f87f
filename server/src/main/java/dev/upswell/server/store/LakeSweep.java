package dev.upswell.server.store;

import dev.upswell.server.postgres.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Deletes lake files that nobody can see: those a killed process never published, and those long replaced.
final class LakeSweep {

    private final Path lake;
    private final Path spill;
    private final DataSource owner;

    LakeSweep(StoreSettings settings, DataSource owner) {
        this.lake = settings.lakeFolder();
        this.spill = settings.spillFolder();
        this.owner = owner;
    }

    /// Removes leftovers of killed processes. Only while nobody else uses the folder: a file that is not in the manifest may
    /// be one that a living process is about to publish.
    void afterCrash() {
        try {
            FolderTree.delete(spill);
            List<Path> files = FolderTree.files(lake);
            if (files.isEmpty()) {
                return;
            }
            Set<Path> known = new HashSet<>(paths("select path from lake_file"));
            for (Path file : files) {
                if (!known.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
            deleteRetired(Database.GRACE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Removes files replaced longer ago than this. The row goes first: a file without a row is swept later, but a row
    /// without a file would be a reader's error.
    int deleteRetired(Duration grace) {
        List<Path> files = paths("delete from lake_file where retired_at < now() - make_interval(secs => "
                + grace.toSeconds() + ") returning path");
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            return files.size();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private List<Path> paths(String sql) {
        try (Connection connection = owner.getConnection()) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true)).sql(sql).query(String.class)
                    .list().stream().map(lake::resolve).toList();
        } catch (SQLException | DataAccessException e) {
            throw SqlFailures.translate("manifest cannot be read", e);
        }
    }

    private StoreException failure(IOException cause) {
        return StoreException.permanent("leftover files were not deleted", lake.toString(),
                "Check the permissions of the data folder.", cause);
    }
}
