package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.Dataset.Column;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LakeSessionTest {

    private static final Dataset READINGS = new Dataset("reading",
            List.of(new Column("id", "VARCHAR", "Entity"), new Column("at", "TIMESTAMP", "Time, UTC"),
                    new Column("views", "BIGINT", "Views"), new Column("run", "VARCHAR", "Import run · surrogate")),
            "at", List.of("id", "at"));

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final LakeSession session = database.lake().open(tenant);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aStagedFileIsInvisibleUntilItIsPublished() {
        StagedFile file = stage("('a', '2025-03-01 10:00', 5)");
        assertThat(rows(session.scan(READINGS))).isEmpty();

        database.transactions().run(tenant, db -> database.manifest().publish(db, file));

        assertThat(rows(session.scan(READINGS))).containsExactly("a 2025-03-01 10:00:00.0 5");
        assertThat(file.rows()).isEqualTo(1);
        assertThat(file.minTime()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
        assertThat(TestDatabase.sharedFolder().resolve("lake").resolve(file.path())).hasSize(file.bytes());
    }

    /// A free instance serves the next session, so something made in one must not be there in another.
    @Test
    void aSessionKnowsNothingOfTheTablesOfThoseBefore() {
        for (int i = 0; i < 5; i++) {
            try (LakeSession one = database.lake().open(tenant); LakeSession other = database.lake().open(tenant)) {
                one.execute("CREATE TEMP TABLE mine AS SELECT TIMESTAMPTZ '2025-03-01 10:00:00+00'::VARCHAR AS moment");
                other.execute("CREATE TEMP TABLE mine AS SELECT 1 AS other");
                assertThat(one("SELECT moment FROM mine", one)).isEqualTo("2025-03-01 10:00:00+00");
                assertThat(one("SELECT count(*) FROM duckdb_tables()", other)).isEqualTo("1");
            }
        }
    }

    private static String one(String query, LakeSession in) {
        try (Statement statement = in.connection().createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPublicationThatIsRolledBackShowsNothing() {
        StagedFile file = stage("('a', '2025-03-01 10:00', 5)");

        assertThatThrownBy(() -> database.transactions().run(tenant, db -> {
            database.manifest().publish(db, file);
            throw new IllegalStateException("killed");
        })).hasMessage("killed");

        assertThat(rows(session.scan(READINGS))).isEmpty();
    }

    @Test
    void aColumnYoungerThanTheFilesIsNull() {
        publish("('a', '2025-03-01 10:00', 5)");
        List<Column> columns = new ArrayList<>(READINGS.columns());
        columns.add(new Column("likes", "BIGINT", "Likes"));
        Dataset grown = new Dataset("reading", columns, "at", List.of("id", "at"));

        assertThat(rows("(SELECT * FROM " + session.scan(grown) + " WHERE likes IS NULL)"))
                .containsExactly("a 2025-03-01 10:00:00.0 5");
    }

    @Test
    void aFileIsPublishedOnlyOnce() {
        StagedFile file = publish("('a', '2025-03-01 10:00', 5)");

        assertThatThrownBy(() -> database.transactions().run(tenant, db -> database.manifest().publish(db, file)))
                .isInstanceOf(StoreException.class);
        assertThat(rows(session.scan(READINGS))).hasSize(1);
    }

    @Test
    void aFileOfOneTenantIsNeitherPublishedForNorSeenByAnother() {
        StagedFile file = stage("('a', '2025-03-01 10:00', 5)");
        TenantId other = TestDatabase.newTenant();

        assertThatThrownBy(() -> database.transactions().run(other, db -> database.manifest().publish(db, file)))
                .isInstanceOf(StoreException.class);
        publish("('a', '2025-03-01 10:00', 5)");
        try (LakeSession theirs = database.lake().open(other)) {
            assertThat(theirs.scan(READINGS)).doesNotContain("read_parquet");
        }
    }

    @Test
    void noRowsMakeNoFile() {
        assertThat(session.stage(READINGS, "SELECT 'a' AS id, now() AS \"at\", 1 AS views, '' AS run WHERE false"))
                .isEmpty();
        assertThat(TestDatabase.sharedFolder().resolve("lake").resolve(tenant.toString()).resolve("reading"))
                .isEmptyDirectory();
    }

    @Test
    void onlyFilesThatTouchTheRangeAreRead() {
        publish("('a', '2025-03-01 10:00', 1), ('a', '2025-03-02 10:00', 2)");
        publish("('b', '2025-03-05 10:00', 3)");

        assertThat(rows(scan("2025-03-02T10:00:00Z", "2025-03-04T00:00:00Z"))).hasSize(2);
        assertThat(rows(scan("2025-03-05T10:00:00Z", "2025-03-09T00:00:00Z"))).hasSize(1);
        assertThat(rows(scan("2025-03-06T00:00:00Z", "2025-03-09T00:00:00Z"))).isEmpty();
        assertThat(rows(session.scan(READINGS))).hasSize(3);
    }

    @Test
    void aFileWithAnUndatedRowIsReadForEveryRange() {
        StagedFile file = publish("('a', NULL, 1), ('b', '2025-03-01 10:00', 2)");

        assertThat(file.minTime()).isNull();
        assertThat(rows(scan("1999-01-01T00:00:00Z", "1999-01-02T00:00:00Z"))).hasSize(2);
    }

    @Test
    void replacingAFileShowsEitherTheOldOrTheNewOne() {
        publish("('a', '2025-03-01 10:00', 1)");
        StagedFile better = stage("('a', '2025-03-01 10:00', 2)");
        String before = session.scan(READINGS);

        database.transactions().run(tenant, db -> {
            database.manifest().retire(db, database.manifest().visible(db, READINGS));
            database.manifest().publish(db, better);
            assertThat(rows(session.scan(db, READINGS, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"))))
                    .containsExactly("a 2025-03-01 10:00:00.0 2");
        });

        assertThat(rows(before)).containsExactly("a 2025-03-01 10:00:00.0 1");
        assertThat(rows(session.scan(READINGS))).containsExactly("a 2025-03-01 10:00:00.0 2");
    }

    @Test
    void aSessionUsesNoMoreMemoryThanTheSettingsAllow() throws SQLException {
        var folder = TestDatabase.sharedFolder();
        try (Database small = Database.open(TestDatabase.settings(folder).withLakeMemory(150));
                LakeSession limited = small.lake().open(tenant);
                var statement = limited.connection().createStatement();
                var row = statement.executeQuery("SELECT current_setting('memory_limit')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("143.0 MiB");
        }
    }

    @Test
    void aFileIsReplacedByOneRunOnly() {
        publish("('a', '2025-03-01 10:00', 1)");
        List<LakeFile> files = visible();
        database.transactions().run(tenant, db -> database.manifest().retire(db, files));

        assertThatThrownBy(() -> database.transactions().run(tenant, db -> database.manifest().retire(db, files)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("must be visible to be retired");
    }

    @Test
    void filesStandInTheOrderOfTheirCommits() {
        publish("('a', '2025-03-01 10:00', 1)");
        publish("('b', '2025-03-01 10:00', 1)");

        assertThat(visible()).extracting(LakeFile::seq).containsExactly(1L, 2L);
        assertThat(rows(session.relation(READINGS, visible().subList(1, 2))))
                .containsExactly("b 2025-03-01 10:00:00.0 1");
    }

    @Test
    void smallFilesAreMergedWithoutChangingARow() {
        for (int day = 1; day <= 5; day++) {
            publish("('a', '2025-03-0" + day + " 10:00', " + day + ")");
        }
        List<String> before = rows(session.scan(READINGS));

        assertThat(database.compaction().compact(tenant, READINGS, 5)).isZero();
        assertThat(database.compaction().compact(tenant, READINGS, 4)).isEqualTo(5);

        assertThat(visible()).hasSize(1);
        assertThat(rows(session.scan(READINGS))).isEqualTo(before);
    }

    private List<LakeFile> visible() {
        return database.transactions().call(tenant, db -> database.manifest().visible(db, READINGS));
    }

    @Test
    void twoStoresThatKnowTheSameHaveTheSameDump() {
        publish("('a', '2025-03-01 10:00', 1), ('b', '2025-03-01 10:00', 2)");
        TenantId twin = TestDatabase.newTenant();
        try (LakeSession other = database.lake().open(twin)) {
            for (String row : List.of("('b', '2025-03-01 10:00', 2)", "('a', '2025-03-01 10:00', 1)")) {
                StagedFile file = other.stage(READINGS, values(row)).orElseThrow();
                database.transactions().run(twin, db -> database.manifest().publish(db, file));
            }
        }

        assertThat(dump(twin)).isEqualTo(dump(tenant)).contains("""
            dataset reading
            {"id":"a","at":"2025-03-01 10:00:00","views":1}
            {"id":"b","at":"2025-03-01 10:00:00","views":2}
            """);
        database.transactions().run(twin, db -> db.sql("insert into source (name) values ('x')").update());
        assertThat(dump(twin)).isNotEqualTo(dump(tenant)).contains("\"name\": \"x\"");
    }

    @Test
    void replacedFilesAreDeletedAfterTheGracePeriod() {
        StagedFile file = publish("('a', '2025-03-01 10:00', 1)");
        database.transactions().run(tenant,
                db -> database.manifest().retire(db, database.manifest().visible(db, READINGS)));
        var path = TestDatabase.sharedFolder().resolve("lake").resolve(file.path());

        database.deleteRetiredFiles(Database.GRACE);
        assertThat(Files.exists(path)).isTrue();
        database.deleteRetiredFiles(Duration.ZERO);

        assertThat(Files.exists(path)).isFalse();
    }

    private String dump(TenantId of) {
        return database.dump().text(of, List.of(READINGS)).replaceAll("test-\\d+", "name");
    }

    private String scan(String from, String to) {
        return session.scan(READINGS, Instant.parse(from), Instant.parse(to));
    }

    private StagedFile publish(String rows) {
        StagedFile file = stage(rows);
        database.transactions().run(tenant, db -> database.manifest().publish(db, file));
        return file;
    }

    private StagedFile stage(String rows) {
        Optional<StagedFile> file = session.stage(READINGS, values(rows));
        return file.orElseThrow();
    }

    private static String values(String rows) {
        return "SELECT id, \"at\"::TIMESTAMP AS \"at\", views, uuid()::VARCHAR AS run FROM (VALUES " + rows
                + ") v(id, \"at\", views)";
    }

    private List<String> rows(String relation) {
        List<String> rows = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + relation + " ORDER BY id, \"at\"")) {
            while (row.next()) {
                rows.add(row.getString(1) + " " + row.getObject(2) + " " + row.getLong(3));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }
}
