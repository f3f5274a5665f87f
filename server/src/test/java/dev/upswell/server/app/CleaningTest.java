package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.comply.clean.CleaningParts;
import dev.upswell.server.comply.clean.KeptCleaning;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Contacts that were stored before the guard are gone, from tables and from the disk, and nothing else is.
class CleaningTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant STORED = Instant.parse("2025-06-01T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private int steps;
    private int killedAt = Integer.MAX_VALUE;

    /// Ends the work as a kill would.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Cleaning cleaning() {
        return KeptCleaning.of(new CleaningParts(tenant, database, () -> NOW, Keeping.TEXTS, () -> {
            steps++;
            if (steps == killedAt) {
                throw new Killed();
            }
        }));
    }

    private void stored(Dataset dataset, String... selects) {
        try (LakeSession lake = database.lake().open(tenant)) {
            StagedFile file = lake.stage(dataset, "SELECT * FROM " + lake.relation(dataset, List.of())
                    + " UNION ALL BY NAME " + String.join(" UNION ALL BY NAME ", selects)).orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file, STORED));
        }
    }

    private static String video(String id, String caption) {
        return "SELECT '%s' AS video_id, 'apify' AS source, '%s' AS caption".formatted(id, caption);
    }

    private void named(String kind, String id, String name) {
        database.transactions().run(tenant, db -> db
                .sql("insert into entity (kind, entity_id, name) values (?, ?, ?)").params(kind, id, name).update());
    }

    private void everything() {
        stored(Collected.VIDEO, video("v1", "write to ann@shop.example"), video("v2", "no contact, 12 € since 2021"),
                "SELECT 'v9' AS video_id, 'apify' AS source");
        stored(Collected.VIDEO, video("v3", "WhatsApp +62 812-3456-7890 now"), video("v1", "write to [e-mail]"),
                video("v3", "WhatsApp [phone] now"));
        stored(Collected.VIDEO, video("v4", "clean @handle"));
        stored(CommerceDatasets.OWN_ASSET,
                "SELECT 'mine' AS source, 'a1' AS asset_id, 'ask bob@shop.example' AS hook, 'fine' AS script");
        named("creator", "ann", "Ann ann@shop.example");
        named("creator", "ben", "Ben 2021");
        named("hashtag", "call", "call +62 812-3456-7890");
    }

    private List<String> rows(Dataset dataset, String column) {
        List<String> rows = new ArrayList<>();
        try (LakeSession lake = database.lake().open(tenant);
                Statement statement = lake.connection().createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT " + column + " FROM " + lake.scan(dataset) + " ORDER BY 1")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private List<String> captions() {
        return rows(Collected.VIDEO, "video_id || ' ' || coalesce(caption, 'none')");
    }

    private List<String> names() {
        return database.transactions().call(tenant,
                db -> db.sql("select name from entity order by name").query(String.class).list());
    }

    private List<String> trail() {
        return new KeptCompliance(tenant, database, () -> NOW).log(AuditFilter.ALL, 100, 0).stream()
                .map(entry -> entry.actor() + " " + entry.decision().label() + " "
                        + entry.subject().replaceFirst("[0-9a-f-]{36}", "FILE") + " " + entry.rule() + " "
                        + new TreeMap<>(entry.counts()))
                .sorted().toList();
    }

    private List<LakeFile> files() {
        return database.transactions().call(tenant, db -> database.manifest().visible(db, Collected.VIDEO));
    }

    private static final List<String> CLEAN = List.of("v1 write to [e-mail]", "v2 no contact, 12 € since 2021",
            "v3 WhatsApp [phone] now", "v4 clean @handle", "v9 none");
    private static final List<String> TRAIL = List.of(
            "cleaning cleaned name of creator:ann contacts {e-mail=1, rows=1}",
            "cleaning cleaned own_asset FILE contacts {e-mail=1, rows=1}",
            "cleaning cleaned video FILE contacts {e-mail=1, rows=1}",
            "cleaning cleaned video FILE contacts {phone=1, rows=1}");

    private void requireClean() {
        assertThat(captions()).isEqualTo(CLEAN);
        assertThat(rows(CommerceDatasets.OWN_ASSET, "hook")).containsExactly("ask [e-mail]");
        assertThat(names()).containsExactly("Ann [e-mail]", "Ben 2021", "call +62 812-3456-7890");
        assertThat(trail()).isEqualTo(TRAIL);
    }

    @Test
    void contactsAreTakenOutOfFilesAndNamesAndNothingElseChanges() throws IOException {
        everything();
        List<LakeFile> before = files();
        assertThat(onDisk("ann@shop.example")).isNotEmpty();

        Cleaning.Report report = cleaning().run();

        requireClean();
        assertThat(report.items()).contains(new Cleaning.Item("video", 2, 2, 1, 1, false),
                new Cleaning.Item("names", 0, 1, 1, 0, false));
        assertThat(List.of(report.files(), report.rows())).containsExactly(3L, 4L);
        assertThat(files()).hasSize(3).allMatch(file -> file.storedAt().equals(STORED)).contains(before.get(2));
        assertThat(cleaning().last()).contains(new Cleaning.Run(NOW, NOW, 3, 4, 3, 1, 0));
        database.deleteRetiredFiles(Duration.ZERO);
        assertThat(onDisk("ann@shop.example")).isEmpty();
    }

    /// Files of the tenant's lake in which these bytes stand; short texts stand in them as they are.
    private List<Path> onDisk(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TestDatabase.sharedFolder().resolve("lake").resolve(tenant.toString()))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void aSecondRunFindsNothing() {
        everything();
        cleaning().run();
        List<LakeFile> after = files();

        assertThat(cleaning().run().rows()).isZero();

        assertThat(files()).isEqualTo(after);
        requireClean();
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() {
        everything();
        List<String> before = captions();

        Cleaning.Report plan = cleaning().plan();

        assertThat(plan.planned()).isTrue();
        assertThat(List.of(plan.files(), plan.rows())).containsExactly(3L, 4L);
        assertThat(captions()).isEqualTo(before);
        assertThat(trail()).isEmpty();
        assertThat(cleaning().last()).isEmpty();
    }

    @Test
    void aKillAtAnyStepLeavesWholeFilesAndTheNextRunDoesTheRest() {
        int killed = 0;
        for (int step = 1; step == killed + 1; step++) {
            CleaningTest other = new CleaningTest();
            other.everything();
            List<String> before = other.captions();
            other.killedAt = step;
            try {
                other.cleaning().run();
            } catch (Killed end) {
                killed = step;
                assertThat(other.cleaning().last().orElseThrow().endedAt()).as("step %s", step).isNull();
            }
            assertThat(other.captions()).as("step %s", step)
                    .allMatch(row -> before.contains(row) || CLEAN.contains(row)).hasSizeBetween(5, before.size());
            other.killedAt = Integer.MAX_VALUE;
            other.cleaning().run();
            other.requireClean();
        }
        assertThat(killed).as("steps at which it was killed").isGreaterThan(15);
    }

    @Test
    void whatIsBeingWrittenWaitsForTheNextRun() {
        everything();
        List<String> before = captions();

        try (TenantLocks.Held _ = database.locks().acquire(tenant, Collected.WORK)) {
            assertThat(cleaning().run().items()).filteredOn(Cleaning.Item::skipped)
                    .hasSize(Keeping.TEXTS.size());
        }
        assertThat(captions()).isEqualTo(before);
        assertThat(cleaning().last().orElseThrow().skipped()).isEqualTo(Keeping.TEXTS.size());
        try (TenantLocks.Held _ = database.locks().acquire(tenant, "cleaning")) {
            assertThat(cleaning().run().planned()).isTrue();
        }

        cleaning().run();

        requireClean();
    }

    @Test
    void everyColumnThatIsCleanedIsOneOfItsDataset() {
        assertThat(Keeping.TEXTS).allSatisfy(texts -> assertThat(
                texts.dataset().columns().stream().map(Dataset.Column::name)).containsAll(texts.columns()));
    }
}
