package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.format.ContentDetection;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.FileReading;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A tenant of its own with an importer of small chunks, for tests.
final class ImportBench {

    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    static final ChunkBounds SMALL = new ChunkBounds(7, 5);

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();

    static ContentDetection reading() {
        return new ContentDetection(Mappers.all());
    }

    static ImportSource file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static ImportSource file(String name, byte[] bytes) {
        return new ImportSource(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    static ChunkedImporter importer(Database database) {
        return importer(database, reading());
    }

    private static ChunkedImporter importer(Database database, FileReading reading) {
        return new ChunkedImporter(database, reading, InstantSource.fixed(NOW), SMALL);
    }

    FileReport run(ImportSource source) {
        return run(source, reading());
    }

    FileReport run(ImportSource source, FileReading reading) {
        return run(source, reading, ImportOptions.AUTO);
    }

    FileReport run(ImportSource source, FileReading reading, ImportOptions options) {
        return importer(database, reading).importFile(tenant, source, options, ImportProgress.NONE);
    }

    /// All that is known of the tenant, without its name.
    String dump() {
        return database.dump().text(tenant, List.of(Collected.OBSERVATION, Collected.VIDEO)).replaceFirst(
                "\"test-\\d+\"",
                "\"test\"");
    }

    long rows(Dataset dataset) {
        return number("SELECT count(*) FROM ", dataset);
    }

    private long number(String select, Dataset dataset) {
        try (LakeSession lake = database.lake().open(tenant);
                Statement statement = lake.connection().createStatement();
                ResultSet row = statement.executeQuery(select + lake.scan(dataset))) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    <T> T one(String sql, Class<T> type) {
        return database.transactions().call(tenant, db -> db.sql(sql).query(type).single());
    }
}
