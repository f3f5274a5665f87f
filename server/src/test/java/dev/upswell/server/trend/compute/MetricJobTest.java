package dev.upswell.server.trend.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.MetricProgress;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.server.trend.MetricSelection;
import dev.upswell.server.trend.MetricsComputed;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.timeline.Observation;
import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricJobTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private static final EntityId TAG = EntityId.hashtag("glasshair");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final ObservedLake lake = new ObservedLake(tenant);
    private final List<MetricsComputed> bell = new ArrayList<>();
    private final MetricJob job = new MetricJob(database, InstantSource.fixed(NOW), bell::add);

    @Test
    void dueWindowsAreComputedOnce() {
        lake.observe(Readings.hourly(TAG, START, 50, 1_000, 60));

        MetricsComputed first = job.computeDue(tenant, MetricProgress.NONE);
        MetricsComputed second = job.computeDue(tenant, MetricProgress.NONE);

        assertThat(first.entities()).isEqualTo(1);
        assertThat(first.rows()).isPositive();
        assertThat(second.entities()).isZero();
        assertThat(job.waiting(tenant)).isZero();
        assertThat(bell).containsExactly(first);
        assertThat(rows(TAG, Window.HOUR)).isNotEmpty()
                .filteredOn(row -> row.end().equals(START.plus(Duration.ofHours(30)))).singleElement()
                .satisfies(row -> assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(60));
    }

    @Test
    void computingAgainWritesNothing() {
        lake.observe(Readings.hourly(TAG, START, 40, 1_000, 60));
        job.computeDue(tenant, MetricProgress.NONE);

        MetricsComputed again = job.recompute(tenant, START, null, MetricProgress.NONE);

        assertThat(again.entities()).isEqualTo(1);
        assertThat(again.rows()).isZero();
    }

    @Test
    void recomputationUntilAnInstantLeavesTheRestDue() {
        lake.observe(Readings.hourly(TAG, START, 40, 1_000, 60));

        job.recompute(tenant, null, START.plus(Duration.ofHours(20)), MetricProgress.NONE);

        assertThat(rows(TAG, Window.HOUR).getLast().end()).isEqualTo(START.plus(Duration.ofHours(20)));
        assertThat(job.waiting(tenant)).isEqualTo(1);
        job.computeDue(tenant, MetricProgress.NONE);
        assertThat(rows(TAG, Window.HOUR)).doesNotHaveDuplicates()
                .last().satisfies(row -> assertThat(row.end()).isEqualTo(START.plus(Duration.ofHours(51))));
    }

    @Test
    void openWindowsAreComputedWhenTheyClose() {
        Instant lastReading = START.plus(Duration.ofHours(9));
        lake.observe(Readings.hourly(TAG, START, 10, 1_000, 60));
        var early = new MetricJob(database, InstantSource.fixed(lastReading.plusSeconds(60)), bell::add);

        early.computeDue(tenant, MetricProgress.NONE);
        Instant known = rows(TAG, Window.HOUR).getLast().end();
        job.computeDue(tenant, MetricProgress.NONE);

        assertThat(known).isEqualTo(lastReading);
        assertThat(rows(TAG, Window.HOUR).getLast().end()).isEqualTo(lastReading.plus(Duration.ofHours(12)));
        assertThat(job.waiting(tenant)).isZero();
    }

    @Test
    void lateReadingsComeOutAsIfTheyHadBeenInTime() {
        List<Observation> all = Readings.hourly(TAG, START, 60, 1_000, 60);
        List<Observation> late = List.of(all.get(20), all.get(35), all.get(36));
        List<Observation> early = new ArrayList<>(all);
        early.removeAll(late);
        TenantId other = TestDatabase.newTenant();

        lake.observe(early);
        job.computeDue(tenant, MetricProgress.NONE);
        lake.observe(late);
        job.computeDue(tenant, MetricProgress.NONE);
        new ObservedLake(other).observe(all);
        job.computeDue(other, MetricProgress.NONE);

        for (Window window : Window.values()) {
            assertThat(rows(tenant, TAG, window)).isEqualTo(rows(other, TAG, window));
        }
    }

    @Test
    void workThatArrivesMeanwhileStaysDue() {
        lake.observe(Readings.hourly(TAG, START, 5, 1_000, 60));
        DueRepository dues = new DueRepository();
        List<Due> read = database.transactions().call(tenant, db -> dues.of(db, List.of(TAG)));

        lake.observe(List.of(Readings.views(TAG, START.plus(Duration.ofHours(6)), 2_000)));
        database.transactions().run(tenant, db -> dues.done(db, read));
        assertThat(job.waiting(tenant)).isEqualTo(1);

        List<Due> anew = database.transactions().call(tenant, db -> dues.of(db, List.of(TAG)));
        database.transactions().run(tenant, db -> dues.done(db, anew));
        assertThat(job.waiting(tenant)).isZero();
    }

    @Test
    void deathBetweenStagingAndCommitLosesAndDoublesNothing() {
        lake.observe(Readings.hourly(TAG, START, 30, 1_000, 60));
        try (LakeSession session = database.lake().open(tenant)) {
            MetricStageRepository stage = new MetricStageRepository(session);
            List<Due> due = database.transactions().call(tenant, db -> new DueRepository().of(db, List.of(TAG)));
            var wanted = List.of(new ReadingRepository.Wanted(TAG, START));
            new ReadingRepository().watched(session, wanted, Set.of()).forEach(watched -> dev.upswell.trend.WindowsOf
                    .entity(watched, dev.upswell.trend.EngagementPrior.NONE)
                    .between(START, NOW, row -> stage.add(row.kept())));
            var file = stage.stage(List.of(new MetricStageRepository.Computed(due.getFirst(), START, NOW)), 1)
                    .orElseThrow();
            assertThatThrownBy(() -> database.transactions().run(tenant, db -> {
                new DueRepository().done(db, due);
                database.manifest().publish(db, file);
                throw new IllegalStateException("killed");
            })).hasMessage("killed");
        }

        assertThat(rows(TAG, Window.HOUR)).isEmpty();
        assertThat(job.waiting(tenant)).isEqualTo(1);
        job.computeDue(tenant, MetricProgress.NONE);
        assertThat(rows(TAG, Window.HOUR)).isNotEmpty().extracting(MetricRow::end).doesNotHaveDuplicates();
    }

    @Test
    void videosMakeTheirHashtagsAndSoundsDue() {
        EntityId video = EntityId.video("7000000000000000001");
        EntityId sound = EntityId.sound("55");
        lake.describe(List.of(new Video(video, EntityId.creator("ana"), sound, List.of(TAG), START, null, null)));
        lake.observe(hourlyEngaged(video, 30));

        job.computeDue(tenant, MetricProgress.NONE);

        for (EntityId carried : List.of(TAG, sound)) {
            assertThat(rows(carried, Window.DAY)).isNotEmpty().last().satisfies(row -> {
                assertThat(row.backing().basis()).isEqualTo(Basis.VIDEOS);
                assertThat(row.value(Metric.VOLUME)).hasValue(1);
                assertThat(row.value(Metric.UNIQUE_CREATORS)).hasValue(1);
            });
        }
    }

    @Test
    void totalsOfAPeriodAreSkippedWithTheReason() {
        database.transactions().run(tenant, db -> db
                .sql("insert into source (name, cumulative, note) values ('test', false, 'seven-day totals')")
                .update());
        lake.observe(Readings.hourly(TAG, START, 30, 1_000, 60));

        MetricsComputed computed = job.computeDue(tenant, MetricProgress.NONE);

        assertThat(computed.rows()).isZero();
        assertThat(computed.skippedSources()).isEqualTo(Map.of("test", "seven-day totals"));
        assertThat(job.waiting(tenant)).isZero();
    }

    @Test
    void fallsAreCountedOnceHoweverOftenTheyAreComputed() {
        List<Observation> readings = new ArrayList<>(Readings.hourly(TAG, START, 30, 10_000, 60));
        readings.add(Readings.views(TAG, START.plus(Duration.ofHours(30)), 9_000));
        lake.observe(readings);
        job.computeDue(tenant, MetricProgress.NONE);
        lake.observe(List.of(Readings.views(TAG, START.plus(Duration.ofMinutes(90)), 10_090)));
        job.computeDue(tenant, MetricProgress.NONE);
        job.recompute(tenant, START, null, MetricProgress.NONE);

        List<Long> occurrences = database.transactions().call(tenant, db -> db
                .sql("select occurrences from data_issue where type = 'COUNT_WENT_BACKWARDS' and entity_id = 'glasshair'")
                .query(Long.class).list());
        assertThat(occurrences).containsExactly(1L);
    }

    @Test
    void rowsOfOtherDefinitionsAreComputedAnew() {
        lake.observe(Readings.hourly(TAG, START, 30, 1_000, 60));
        job.computeDue(tenant, MetricProgress.NONE);
        var before = rows(tenant, TAG, Window.HOUR);

        database.transactions().run(tenant, db -> {
            db.sql("update metric_run set definition_version = 'old'").update();
            db.sql("update lake_file set retired_at = now() where dataset = 'metric'").update();
        });
        job.computeDue(tenant, MetricProgress.NONE);

        assertThat(rows(tenant, TAG, Window.HOUR)).hasSameSizeAs(before).hasSizeGreaterThan(20);
    }

    @Test
    void tenantsSeeTheirOwnRowsOnly() {
        TenantId other = TestDatabase.newTenant();
        lake.observe(Readings.hourly(TAG, START, 30, 1_000, 60));
        new ObservedLake(other).observe(Readings.hourly(TAG, START, 30, 1_000, 900));
        job.computeDue(tenant, MetricProgress.NONE);
        job.computeDue(other, MetricProgress.NONE);

        assertThat(rows(tenant, TAG, Window.HOUR).get(5).value(Metric.VIEWS_GAINED)).hasValue(60);
        assertThat(rows(other, TAG, Window.HOUR).get(5).value(Metric.VIEWS_GAINED)).hasValue(900);
        assertThat(new TrendQuery(database, Expectations.NONE)
                .trends(TestDatabase.newTenant(), EntityKind.HASHTAG, null).lines())
                .isEmpty();
    }

    @Test
    void shrunkRatesHoldForReadingsThatComeADayLate() {
        TenantId other = TestDatabase.newTenant();
        List<EntityId> videos = List.of(EntityId.video("7000000000000000001"), EntityId.video("7000000000000000002"));
        List<Observation> all = new ArrayList<>(hourlyEngaged(videos.get(0), 140));
        List<Observation> late = hourlyEngaged(videos.get(1), 140).subList(0, 60);
        lake.observe(all);
        lake.observe(hourlyEngaged(videos.get(1), 140).subList(60, 140));
        job.computeDue(tenant, MetricProgress.NONE);
        lake.observe(late);
        job.computeDue(tenant, MetricProgress.NONE);
        all.addAll(hourlyEngaged(videos.get(1), 140));
        new ObservedLake(other).observe(all);
        job.computeDue(other, MetricProgress.NONE);

        for (EntityId video : videos) {
            assertThat(rows(tenant, video, Window.DAY)).isEqualTo(rows(other, video, Window.DAY));
        }
    }

    @Test
    void readingsThatArriveWithinAPassAreCountedInTheDailyEngagementToo() {
        EntityId video = EntityId.video("7000000000000000001");
        List<Observation> all = hourlyEngaged(video, 140);
        List<Observation> early = new ArrayList<>(all.subList(0, 20));
        early.addAll(all.subList(60, 140));
        lake.observe(early);
        try (LakeSession session = database.lake().open(tenant)) {
            UUID run = database.transactions().call(tenant, db -> new MetricRunRepository().begin(db, NOW));
            var pass = new MetricComputation(database, session, new MetricComputation.Frame(run, NOW, Set.of()));
            List<Due> due = database.transactions().call(tenant,
                    db -> new DueRepository().due(db, List.of(EntityKind.VIDEO), NOW));

            List<Due> counted = pass.refreshPrior(due);
            lake.observe(all.subList(20, 60));
            pass.compute(counted);
        }
        assertThat(job.waiting(tenant)).isEqualTo(1);
        job.computeDue(tenant, MetricProgress.NONE);

        TenantId other = TestDatabase.newTenant();
        new ObservedLake(other).observe(all);
        job.computeDue(other, MetricProgress.NONE);
        assertThat(days(tenant)).isNotEmpty().isEqualTo(days(other));
        assertThat(rows(tenant, video, Window.DAY)).isEqualTo(rows(other, video, Window.DAY));
    }

    private Map<Instant, EngagementDay> days(TenantId of) {
        try (LakeSession session = database.lake().open(of)) {
            return new EngagementDayRepository().days(session);
        }
    }

    private static List<Observation> hourlyEngaged(EntityId entity, int hours) {
        List<Observation> readings = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            readings.add(Readings.engaged(entity, START.plus(Duration.ofHours(1L + hour)),
                    1_000L + hour * (100 + entity.value().charAt(18) % 7)));
        }
        return readings;
    }

    private List<MetricRow> rows(EntityId entity, Window window) {
        return rows(tenant, entity, window);
    }

    private List<MetricRow> rows(TenantId of, EntityId entity, Window window) {
        try (LakeSession session = database.lake().open(of)) {
            return new MetricRepository().list(session, MetricSelection.of(entity, window, Instant.EPOCH, NOW));
        }
    }
}
