package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.comply.Retained;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.comply.RetentionClass;
import dev.upswell.server.comply.RetentionReport;
import dev.upswell.server.comply.RetentionSettings;
import dev.upswell.server.comply.retain.KeptRetention;
import dev.upswell.server.comply.retain.RetentionParts;
import dev.upswell.server.live.sweep.AnswerDataset;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.MetricDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What was kept long enough is gone, from tables and from the disk, and nothing else is.
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();

    private Retention retention(RetentionSettings settings) {
        return KeptRetention.of(new RetentionParts(tenant, database, () -> NOW, settings, Keeping.LAKE));
    }

    @Test
    void everyKindHasItsWordsOnThePageAndNoOther() {
        Stream<String> kept = retention(RetentionSettings.USUAL).plan().items().stream()
                .map(item -> "compliance.item." + item.name().replace(' ', '_'));

        assertThat(ResourceBundle.getBundle("messages", Locale.ROOT).keySet())
                .filteredOn(key -> key.startsWith("compliance.item."))
                .containsExactlyInAnyOrderElementsOf(kept.collect(Collectors.toSet()));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    /// Publishes a file of rows that was stored then.
    private void stored(Dataset dataset, Instant at, String select) {
        try (LakeSession lake = database.lake().open(tenant)) {
            StagedFile file = lake.stage(dataset, "SELECT * FROM " + lake.relation(dataset, List.of())
                    + " UNION ALL BY NAME " + select).orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file, at));
        }
    }

    private void answers(String... answers) {
        List<String> rows = new ArrayList<>();
        for (String answer : answers) {
            String[] part = answer.split(" ");
            rows.add("SELECT '%s' AS source, TIMESTAMP '%s' AS answered_at, '%s' AS body".formatted(part[0],
                    daysAgo(Integer.parseInt(part[1])).toString().replace("Z", "").replace("T", " "), part[2]));
        }
        stored(AnswerDataset.ANSWER, daysAgo(1), String.join(" UNION ALL BY NAME ", rows));
    }

    private void reading(Instant storedAt, String observed) {
        stored(Collected.OBSERVATION, storedAt,
                "SELECT 'hashtag' AS kind, 'a' AS entity_id, TIMESTAMP '" + observed + "' AS observed_at");
    }

    private void metric(Instant storedAt) {
        stored(MetricDataset.DATASETS.getFirst(), storedAt, "SELECT 'hashtag' AS kind, 'a' AS entity_id");
    }

    private void insert(String sql, Object... parameters) {
        database.transactions().run(tenant, db -> db.sql(sql).params(parameters).update());
    }

    private long rows(String table) {
        return database.transactions().call(tenant,
                db -> db.sql("select count(*) from " + table).query(Long.class).single());
    }

    /// What stands in all files of the tenant on the disk, visible or not.
    private List<String> bodiesOnDisk() throws IOException {
        Path folder = TestDatabase.sharedFolder().resolve("lake").resolve(tenant.toString())
                .resolve(AnswerDataset.ANSWER.name());
        List<String> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder);
                LakeSession lake = database.lake().open(tenant);
                Statement statement = lake.connection().createStatement()) {
            for (Path file : files.toList()) {
                try (ResultSet row = statement
                        .executeQuery("SELECT body FROM read_parquet('" + file + "') ORDER BY body")) {
                    while (row.next()) {
                        bodies.add(row.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return bodies;
    }

    private static RetentionReport.Item item(RetentionReport report, String name) {
        return report.items().stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> trail() {
        return new KeptCompliance(tenant, database, () -> NOW).log(AuditFilter.ALL, 20, 0).stream()
                .map(entry -> entry.actor() + " " + entry.decision().label() + " " + entry.subject() + " "
                        + entry.rule() + " " + new TreeMap<>(entry.counts()))
                .sorted().toList();
    }

    @Test
    void oldRawAnswersAreGoneFromTheDiskAndYoungOnesOfTheSameFileStay() throws IOException {
        answers("ensembledata 31 old", "ensembledata 29 young");
        answers("ensembledata 40 older");

        RetentionReport report = retention(RetentionSettings.USUAL).run();
        database.deleteRetiredFiles(Duration.ZERO);

        assertThat(bodiesOnDisk()).containsExactly("young");
        assertThat(item(report, "answer")).isEqualTo(new RetentionReport.Item(RetentionClass.RAW, "answer", 30, 2, 2,
                daysAgo(29), daysAgo(-1), false));
        assertThat(trail()).containsExactly("retention deleted answer raw 30 days {files=2, rows=2}");
    }

    @Test
    void aPolicyShortensTheTimeOfItsSourceAndNeverLengthensIt() throws IOException {
        answers("tiktok-research 31 research", "ensembledata 31 other", "tiktok-research 5 fresh");

        retention(RetentionSettings.USUAL.with(RetentionClass.RAW, 60)).run();
        database.deleteRetiredFiles(Duration.ZERO);
        assertThat(bodiesOnDisk()).containsExactly("fresh", "other");

        retention(RetentionSettings.USUAL.with(RetentionClass.RAW, 3)).run();
        database.deleteRetiredFiles(Duration.ZERO);
        assertThat(bodiesOnDisk()).isEmpty();
    }

    @Test
    void aDryRunTellsTheSameAndDeletesNothing() throws IOException {
        answers("ensembledata 31 old", "ensembledata 29 young");
        insert("insert into event_log (type, slice, payload, occurred_at) values ('X_Y', 'live', '{}', ?)",
                daysAgo(91).atOffset(ZoneOffset.UTC));

        RetentionReport plan = retention(RetentionSettings.USUAL).plan();

        assertThat(plan.planned()).isTrue();
        assertThat(item(plan, "answer").rows()).isEqualTo(1);
        assertThat(item(plan, "event_log").rows()).isEqualTo(1);
        assertThat(plan.rows()).isEqualTo(2);
        assertThat(bodiesOnDisk()).containsExactly("old", "young");
        assertThat(rows("event_log")).isEqualTo(1);
        assertThat(trail()).isEmpty();
    }

    @Test
    void aHistoryThatWasImportedTodayStaysHoweverOldItIs() {
        reading(NOW, "2021-01-01 00:00:00");
        metric(NOW);

        RetentionReport report = retention(RetentionSettings.USUAL.with(RetentionClass.READINGS, 30)).run();

        assertThat(report.rows()).isZero();
        assertThat(item(report, "observation").oldest()).isEqualTo(NOW);
        assertThat(item(report, "observation").next()).isEqualTo(daysAgo(-30));
    }

    @Test
    void readingsAreKeptUnlessTheUserSaysOtherwise() {
        reading(daysAgo(2_000), "2021-01-01 00:00:00");

        assertThat(retention(RetentionSettings.USUAL).run().rows()).isZero();
        assertThat(retention(RetentionSettings.USUAL.with(RetentionClass.READINGS, 365)).run().rows()).isEqualTo(1);
        assertThat(retention(RetentionSettings.USUAL).run().rows()).isZero();
    }

    @Test
    void aggregatesGoByFileWhenTheirYoungestRowIsOldEnough() {
        metric(daysAgo(366));
        metric(daysAgo(364));

        RetentionReport report = retention(RetentionSettings.USUAL).run();

        String name = MetricDataset.DATASETS.getFirst().name();
        assertThat(item(report, name).rows()).isEqualTo(1);
        assertThat(item(report, name).next()).isEqualTo(daysAgo(-1));
    }

    @Test
    void mergingFilesKeepsWhenTheirRowsWereStored() {
        metric(daysAgo(400));
        metric(daysAgo(400).plusSeconds(1));
        metric(daysAgo(10));

        Dataset dataset = MetricDataset.DATASETS.getFirst();
        assertThat(database.compaction().compact(tenant, dataset, 1)).isEqualTo(2);

        List<LakeFile> files = database.transactions().call(tenant, db -> database.manifest().visible(db, dataset));
        assertThat(files).extracting(LakeFile::storedAt).containsExactlyInAnyOrder(daysAgo(400).plusSeconds(1),
                daysAgo(10));
        assertThat(item(retention(RetentionSettings.USUAL).run(), dataset.name()).rows()).isEqualTo(2);
    }

    @Test
    void rowsOfTablesGoByTheirOwnTimes() {
        for (int days : List.of(89, 91)) {
            insert("insert into event_log (type, slice, payload, occurred_at) values ('X_Y', 'live', '{}', ?)",
                    daysAgo(days).atOffset(ZoneOffset.UTC));
            insert("""
                insert into source_request (source, key_print, sweep_id, subject, page, worst_cost, asked_at)
                values ('ensembledata', 'x', gen_random_uuid(), 'hashtag:a', 1, 1, ?)""",
                    daysAgo(days).atOffset(ZoneOffset.UTC));
            insert("""
                insert into quarantine (content_sha256, file_name, row_number, line, reason, detail, excerpt, kept, found_at)
                values (?, 'f', 1, 1, 'bad-number', 'x', 'raw words', '{"item":"all of it"}', ?)""",
                    String.valueOf(days).repeat(32),
                    daysAgo(days - 60).atOffset(ZoneOffset.UTC));
        }

        retention(RetentionSettings.USUAL).run();

        assertThat(rows("event_log")).isEqualTo(1);
        assertThat(rows("source_request")).isEqualTo(1);
        assertThat(rows("quarantine")).isEqualTo(2);
        assertThat(rows("quarantine where excerpt = 'raw words' and kept is not null")).isEqualTo(1);
        assertThat(rows("quarantine where excerpt <> 'raw words' and kept is null")).isEqualTo(1);
        assertThat(trail()).containsExactly("retention deleted event_log logs 90 days {rows=1}",
                "retention deleted quarantine texts raw 30 days {rows=1}",
                "retention deleted source_request logs 90 days {rows=1}");
        assertThat(retention(RetentionSettings.USUAL).run().rows()).isZero();
    }

    private void held(Dataset dataset, UUID batch, int days) {
        stored(dataset, daysAgo(1), "SELECT '" + batch + "' AS batch_id, 'sim' AS source, '" + days + "' AS "
                + (dataset.equals(Collected.HELD_VIDEO) ? "video_id" : "entity_id"));
    }

    private UUID batch(int days, String state) {
        UUID id = new UUID(days, state.hashCode());
        insert("""
            insert into gate_batch (id, scope, name, verdict, state, held_rows, cumulative, judged_at, settled_at)
            values (?, 'file', 'f', 'block', ?, 1, true, ?, ?)""", id, state, daysAgo(days).atOffset(ZoneOffset.UTC),
                state.equals("held") ? null : daysAgo(days).atOffset(ZoneOffset.UTC));
        insert("insert into gate_result (batch_id, source, rule, cases, failed, verdict, detail) values (?, 's', 'missing', 1, 1, 'block', '')",
                id);
        insert("""
            insert into gate_failure (batch_id, place, rule, source, kind, entity_id, observed_at, counter)
            values (?, 1, 'missing', 's', 'video', 'x', ?, 'views')""", id, daysAgo(days).atOffset(ZoneOffset.UTC));
        return id;
    }

    private List<String> heldOnDisk(Dataset dataset, String column) throws IOException {
        Path folder = TestDatabase.sharedFolder().resolve("lake").resolve(tenant.toString()).resolve(dataset.name());
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder);
                LakeSession lake = database.lake().open(tenant);
                Statement statement = lake.connection().createStatement()) {
            for (Path file : files.toList()) {
                try (ResultSet row = statement
                        .executeQuery("SELECT " + column + " FROM read_parquet('" + file + "')")) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    @Test
    void whatGatesSetAsideAndNobodyDecidedOnIsDroppedAndGoneFromTheDisk() throws IOException {
        for (int days : List.of(31, 29)) {
            UUID batch = batch(days, "held");
            held(Collected.HELD_OBSERVATION, batch, days);
            held(Collected.HELD_VIDEO, batch, days);
        }

        RetentionReport report = retention(RetentionSettings.USUAL).run();
        database.deleteRetiredFiles(Duration.ZERO);

        assertThat(heldOnDisk(Collected.HELD_OBSERVATION, "entity_id")).containsExactly("29");
        assertThat(heldOnDisk(Collected.HELD_VIDEO, "video_id")).containsExactly("29");
        assertThat(rows("gate_batch where state = 'dropped' and settled_at = '" + NOW + "'")).isEqualTo(1);
        assertThat(rows("gate_batch where state = 'held'")).isEqualTo(1);
        assertThat(item(report, "held_observation")).isEqualTo(new RetentionReport.Item(RetentionClass.RAW,
                "held_observation", 30, 1, 1, daysAgo(29), daysAgo(-1), false));
        assertThat(retention(RetentionSettings.USUAL).run().rows()).isZero();
    }

    @Test
    void whatGatesFoundGoesWithTheLogs() {
        batch(91, "passed");
        batch(91, "held");
        batch(89, "dropped");

        retention(RetentionSettings.USUAL.with(RetentionClass.RAW, 365)).run();

        assertThat(rows("gate_batch")).isEqualTo(2);
        assertThat(rows("gate_result")).isEqualTo(2);
        assertThat(rows("gate_failure")).isEqualTo(2);
        assertThat(rows("gate_batch where state = 'held'")).as("somebody may still decide").isEqualTo(1);
    }

    @Test
    void theAuditTrailForgetsByAgeAndNeverItsLastWeek() {
        for (int days : List.of(100, 50, 3)) {
            insert("insert into audit_trail (at, actor, action, subject, decision, rule) values (?, 'x', 'FETCH', 'x', 'DENIED', 'x')",
                    daysAgo(days).atOffset(ZoneOffset.UTC));
        }

        retention(RetentionSettings.USUAL).run();
        assertThat(rows("audit_trail where actor = 'x'")).isEqualTo(2);

        database.transactions().call(tenant,
                db -> db.sql("select forget_audit('2100-01-01')").query(Long.class).single());
        assertThat(rows("audit_trail where actor = 'x'")).isEqualTo(1);
    }

    @Test
    void anotherTenantsRowsStay() {
        TenantId other = TestDatabase.newTenant();
        database.transactions().run(other, db -> db
                .sql("insert into event_log (type, slice, payload, occurred_at) values ('X_Y', 'live', '{}', ?)")
                .param(daysAgo(500).atOffset(ZoneOffset.UTC)).update());

        assertThat(retention(RetentionSettings.USUAL).run().rows()).isZero();

        Long left = database.transactions().call(other,
                db -> db.sql("select count(*) from event_log").query(Long.class).single());
        assertThat(left).isEqualTo(1);
    }

    @Test
    void whileItsWritersAreAtWorkADatasetIsLeftForTheNextRun() {
        answers("ensembledata 31 old");
        try (var _ = database.locks().acquire(tenant, AnswerDataset.WORK)) {
            assertThat(item(retention(RetentionSettings.USUAL).run(), "answer").skipped()).isTrue();
        }
        assertThat(item(retention(RetentionSettings.USUAL).run(), "answer").skipped()).isFalse();
    }

    @Test
    void everyDatasetOfTheLakeHasATime() {
        assertThat(Keeping.LAKE).extracting(Retained::dataset)
                .containsExactlyInAnyOrderElementsOf(LakeUpkeep.DATASETS);
    }
}
