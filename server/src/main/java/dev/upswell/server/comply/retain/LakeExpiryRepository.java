package dev.upswell.server.comply.retain;

import dev.upswell.server.comply.Policies;
import dev.upswell.server.comply.Policy;
import dev.upswell.server.comply.Retained;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of lake files whose time is over.
final class LakeExpiryRepository {

    private final LakeSession lake;
    private final Dataset dataset;
    private final String due;

    /// @param days that the setting allows; a policy may allow fewer
    LakeExpiryRepository(LakeSession lake, Retained.ByRow kept, Instant now, int days) {
        this.lake = lake;
        this.dataset = kept.dataset();
        this.due = due(now, days);
    }

    /// @param batches whose rows are due
    LakeExpiryRepository(LakeSession lake, Retained.ByBatch kept, List<UUID> batches) {
        this.lake = lake;
        this.dataset = kept.dataset();
        this.due = batches.isEmpty()
                ? "false"
                : batches.stream().map(batch -> "'" + batch + "'")
                        .collect(Collectors.joining(", ", "batch_id IN (", ")"));
    }

    /// How many rows of these files are due.
    long due(List<LakeFile> files) {
        String sql = "SELECT count(*) FILTER (WHERE " + due + ") FROM " + lake.relation(dataset, files);
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("expired rows were not counted", "DuckDB",
                "Check free disk space and memory; the log has the cause.", cause);
    }

    /// How the rows of these files stand.
    ExpiryRepository.Standing standing(List<LakeFile> files) {
        String sql = "SELECT count(*) FILTER (WHERE " + due + "), epoch_us(min(" + time() + ") FILTER (WHERE NOT ("
                + due
                + "))) FROM " + lake.relation(dataset, files);
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long oldest = row.getLong(2);
            return new ExpiryRepository.Standing(row.getLong(1), row.wasNull() ? null : instant(oldest));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static @Nullable Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// Those of the files that may hold a row that is due.
    List<LakeFile> touched(List<LakeFile> files) {
        return files.stream().filter(file -> due(List.of(file)) > 0).toList();
    }

    /// What is left of these files, as one that nobody sees yet; empty when nothing is left.
    Optional<StagedFile> rest(List<LakeFile> files) {
        return lake.stage(dataset,
                "SELECT * FROM " + lake.relation(dataset, files) + " WHERE NOT (" + due + ")");
    }

    private String time() {
        return '"' + String.valueOf(dataset.timeColumn()) + '"';
    }

    /// Which rows are due: those older than the setting says, and of sources with a stricter policy those older than it says.
    private String due(Instant now, int days) {
        String stricter = Policies.KNOWN.policies().stream().filter(policy -> limit(policy) < days)
                .map(policy -> " OR (" + before(now, limit(policy)) + " AND source IN (" + policy.covers().stream()
                        .map(source -> "'" + source + "'").collect(Collectors.joining(", ")) + "))")
                .collect(Collectors.joining());
        return "(" + before(now, days) + stricter + ")";
    }

    private static int limit(Policy policy) {
        Integer raw = policy.rawDays();
        return raw == null ? Integer.MAX_VALUE : raw;
    }

    private String before(Instant now, int limit) {
        return "epoch_us(" + time() + ") < "
                + ChronoUnit.MICROS.between(Instant.EPOCH, now.minus(Duration.ofDays(limit)));
    }
}
