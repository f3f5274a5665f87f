package dev.upswell.server.store;

import dev.upswell.server.postgres.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes lake files so that a kill at any instant leaves either a whole durable file or a leftover that is swept.
///
/// The order matters: all bytes under a staging name, the file forced to disk, renamed to its final name, the folder forced.
/// Only then is there a [StagedFile] that a transaction can publish.
final class Staging {

    static final String SUFFIX = ".staging";

    private final Connection connection;
    private final Path lake;
    private final TenantId tenant;

    Staging(Connection connection, Path lake, TenantId tenant) {
        this.connection = connection;
        this.lake = lake;
        this.tenant = tenant;
    }

    Optional<StagedFile> write(Dataset dataset, String selectSql) {
        UUID id = UUID.randomUUID();
        Path folder = lake.resolve(tenant.toString()).resolve(dataset.name());
        Path staging = folder.resolve(id + ".parquet" + SUFFIX);
        try {
            Files.createDirectories(folder);
            copy(dataset, selectSql, staging);
            Extent extent = extent(dataset, staging);
            if (extent.rows() == 0) {
                Files.delete(staging);
                return Optional.empty();
            }
            return Optional.of(finish(dataset, id, staging, folder.resolve(id + ".parquet"), extent));
        } catch (SQLException e) {
            throw DuckDb.failure("rows of " + dataset.name() + " were not written", e);
        } catch (IOException e) {
            throw StoreException.permanent("file of " + dataset.name() + " was not written", staging.toString(),
                    "Check free disk space and the folder's permissions.", e);
        }
    }

    private record Extent(long rows, @Nullable Instant min, @Nullable Instant max) {
    }

    private void copy(Dataset dataset, String selectSql, Path file) throws SQLException {
        String columns = dataset.columns().stream()
                .map(c -> "CAST(" + c.quoted() + " AS " + c.type() + ") AS " + c.quoted())
                .collect(Collectors.joining(", "));
        String order = dataset.sortOrder().isEmpty()
                ? ""
                : dataset.sortOrder().stream()
                        .map(name -> '"' + name + '"').collect(Collectors.joining(", ", " ORDER BY ", ""));
        try (Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + columns + " FROM (" + selectSql + ")" + order + ") TO '"
                    + LakeSession.quoted(file) + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private Extent extent(Dataset dataset, Path file) throws SQLException {
        String time = dataset.timeColumn() == null ? "CAST(NULL AS TIMESTAMP)" : '"' + dataset.timeColumn() + '"';
        String sql = "SELECT count(*), count(t), epoch_us(min(t)), epoch_us(max(t)) FROM (SELECT " + time
                + " AS t FROM read_parquet('" + LakeSession.quoted(file) + "'))";
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long rows = row.getLong(1);
            boolean timed = rows > 0 && row.getLong(2) == rows;
            return new Extent(rows, timed ? micros(row.getLong(3)) : null, timed ? micros(row.getLong(4)) : null);
        }
    }

    private static Instant micros(long epochMicros) {
        return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
    }

    private StagedFile finish(Dataset dataset, UUID id, Path staging, Path file, Extent extent) throws IOException {
        DurableFile.force(staging);
        long bytes = Files.size(staging);
        Files.move(staging, file, StandardCopyOption.ATOMIC_MOVE);
        for (Path folder : List.of(file.getParent(), lake.resolve(tenant.toString()), lake)) {
            DurableFile.force(folder);
        }
        String path = tenant + "/" + dataset.name() + "/" + file.getFileName();
        return new StagedFile(tenant, id, dataset.name(), path, extent.rows(), bytes, extent.min(), extent.max());
    }
}
