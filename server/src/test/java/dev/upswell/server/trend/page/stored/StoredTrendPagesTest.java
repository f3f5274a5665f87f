package dev.upswell.server.trend.page.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.MetricProgress;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.trend.compute.Readings;
import dev.upswell.server.trend.page.Chance;
import dev.upswell.server.trend.page.EntityFilter;
import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Expectation;
import dev.upswell.server.trend.page.Flag;
import dev.upswell.server.trend.page.Freshness;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.RowsFilter;
import dev.upswell.server.trend.page.TrackRecord;
import dev.upswell.server.trend.page.TrendRow;
import dev.upswell.server.trend.page.TrendsFilter;
import dev.upswell.server.trend.page.TrendsView;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Paging;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredTrendPagesTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant LAST = START.plus(Duration.ofHours(24 * 9 - 1));
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-06-01T00:00:00Z"));
    private static final EntityId FAST = EntityId.hashtag("fast");
    private static final EntityId SLOW = EntityId.hashtag("slow");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final StoredTrendPages pages = new StoredTrendPages(tenant,
            new TrendQuery(database, new ExpectationRepository()),
            new EntityQuery(database, new ExpectationRepository()), CLOCK);

    @BeforeEach
    void observeTwoHashtags() {
        ObservedLake lake = new ObservedLake(tenant);
        lake.observe(Readings.hourly(FAST, START, 24 * 9, 20_000, 900));
        lake.observe(Readings.hourly(SLOW, START, 24 * 9, 20_000, 10));
        new MetricJob(database, CLOCK, computed -> {
        }).computeDue(tenant, MetricProgress.NONE);
    }

    @Test
    void pageOfAnEntityShowsTheFlagsThatTheTableShows() {
        EntityId fading = EntityId.hashtag("fading");
        ObservedLake lake = new ObservedLake(tenant);
        lake.observe(Readings.hourly(fading, START, 24 * 8 - 1, 20_000, 900));
        lake.observe(Readings.hourly(fading, LAST.minus(Duration.ofHours(24)), 25, 200_000, 100));
        new MetricJob(database, CLOCK, computed -> {
        }).computeDue(tenant, MetricProgress.NONE);

        assertThat(pages.entity(fading, new EntityFilter(null, 7)).orElseThrow().subject().flags())
                .contains(Flag.FADING).isEqualTo(pages.trends(filter(null)).rows().stream()
                        .filter(row -> row.subject().id().equals(fading)).findFirst().orElseThrow().subject().flags());
        assertThat(pages.entity(SLOW, new EntityFilter(null, 7)).orElseThrow().subject().flags())
                .doesNotContain(Flag.FADING);
    }

    @Test
    void trendsAreRankedByMomentumWithoutAModel() {
        TrendsView view = pages.trends(filter(null));

        assertThat(view.rows()).extracting(row -> row.subject().id()).containsExactlyInAnyOrder(FAST, SLOW);
        assertThat(view.freshness()).isEqualTo(new Freshness(LAST, LAST, true));
        assertThat(view.watched(EntityKind.HASHTAG)).isEqualTo(2);
        assertThat(view.expectation()).isNull();
        assertThat(view.notices()).contains(new Notice.NoForecast());
        TrendRow fast = view.rows().stream().filter(row -> row.subject().id().equals(FAST)).findFirst().orElseThrow();
        assertThat(fast.day().value(Metric.VIEWS_GAINED)).isEqualTo(24 * 900.0);
        assertThat(fast.trace().level()).hasSizeBetween(50, 70).last()
                .satisfies(point -> assertThat(point.value()).isEqualTo(20_000 + (24 * 9 - 1) * 900.0));
    }

    @Test
    void storedPredictionsLeadTheRankingAndDrawTheOutlook() {
        predict(SLOW, LAST, 0.7, 0.6, 0.8);
        predict(FAST, LAST, 0.2, 0.1, 0.3);

        TrendsView view = pages.trends(filter(null));

        assertThat(view.rows()).extracting(row -> row.subject().id()).containsExactly(SLOW, FAST);
        assertThat(view.rows().getFirst().chance()).isEqualTo(new Chance(0.7, 0.6, 0.8));
        assertThat(view.rows().getFirst().trace().outlook())
                .satisfies(outlook -> assertThat(outlook.at()).isEqualTo(LAST.plus(Duration.ofHours(24))));
        assertThat(view.expectation()).isEqualTo(new Expectation(1, 0.35,
                new Expectation.Horizon(LAST, 24), List.of(), null));
        assertThat(pages.trends(filter(LAST.minusSeconds(1))).expectation()).isNull();
    }

    @Test
    void expectedPostsAndFollowersAreNotDrawnAmongViews() {
        Expected expected = new Expected(LAST, 24, UUID.randomUUID(), "boosted-trees", 0.5, null, null,
                new Expected.Range(10, 20, 30), List.of());

        assertThat(StoredTrendPages.outlook(EntityKind.VIDEO, expected))
                .isEqualTo(new Outlook(LAST.plus(Duration.ofHours(24)), 10, 20, 30));
        assertThat(StoredTrendPages.outlook(EntityKind.SOUND, expected)).isNull();
        assertThat(StoredTrendPages.outlook(EntityKind.CREATOR, expected)).isNull();
    }

    @Test
    void aPredictionWithoutAnIntervalIsShownWithoutOne() {
        predict(SLOW, LAST, 0.7, null, null);

        TrendRow row = pages.trends(filter(null)).rows().getFirst();

        assertThat(row.chance()).isEqualTo(new Chance(0.7, null, null));
        assertThat(row.chance().interval()).isNull();
    }

    @Test
    void withoutAnOutcomeOnlyTheBacktestSpeaksAndOnlyOnceItsOutcomesWereKnown() {
        predict(FAST, LAST, 0.7, 0.6, 0.8);
        backtest(LAST.minus(Duration.ofHours(24)));

        TrackRecord record = pages.trends(filter(null)).expectation().trackRecord();

        assertThat(record).isEqualTo(new TrackRecord(30, null, null, new TrackRecord.Comparison(0.6, 0.2, 0.05)));
        backtest(LAST.plus(Duration.ofDays(3)));
        assertThat(pages.trends(filter(LAST)).expectation().trackRecord()).isEqualTo(record);
    }

    private void backtest(Instant to) {
        database.transactions()
                .run(tenant, db -> db
                        .sql("""
                            insert into backtest_run (settings, report) values ('{}', json_build_object('to', ?::text, 'horizonHours', 24,
                            'prevalence', 0.05, 'models', json_build_array(json_build_object('model', 'boosted-trees', 'prAuc', ?),
                            json_build_object('model', 'last-velocity', 'prAuc', 0.2))))""")
                        .param(to.toString())
                        .param(to.isAfter(LAST) ? 0.9 : 0.6).update());
    }

    @Test
    void earlierPredictionsAreJudgedByTheirOutcomes() {
        Instant earlier = LAST.minus(Duration.ofDays(2));
        predict(FAST, earlier, 0.7, 0.6, 0.8);
        predict(FAST, LAST, 0.7, 0.6, 0.8);
        database.transactions().run(tenant, db -> db.sql("""
            insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, known_at)
            values ('hashtag', 'fast', ?, 24, true, 0.1, ?)""").params(earlier.atOffset(ZoneOffset.UTC),
                earlier.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC)).update());

        assertThat(pages.trends(filter(null)).expectation().trackRecord().surges().caughtEarly()).isEqualTo(1);
        assertThat(pages.entity(FAST, new EntityFilter(null, 7)).orElseThrow().evidence().predictions())
                .last().satisfies(past -> assertThat(past.outcome().growth()).isCloseTo(Math.expm1(0.1), within(1e-9)));
    }

    /// The threshold of this model is 0.35: what Evaluation counts as called is called here too.
    @Test
    void aCallIsWhatPassesTheAlertThresholdOfTheModel() {
        Instant earlier = LAST.minus(Duration.ofDays(2));
        predict(FAST, earlier, 0.4, 0.3, 0.5);
        predict(SLOW, earlier, 0.3, 0.2, 0.4);
        predict(FAST, LAST, 0.35, 0.3, 0.5);
        predict(SLOW, LAST, 0.34, 0.3, 0.5);
        outcome(FAST, earlier, true);
        outcome(SLOW, earlier, true);

        assertThat(pages.trends(filter(null)).expectation()).satisfies(expectation -> {
            assertThat(expectation.called()).isEqualTo(1);
            assertThat(expectation.trackRecord().calls()).isEqualTo(new TrackRecord.Calls(1, 1, 0.4, null));
            assertThat(expectation.trackRecord().surges().happened()).isEqualTo(2);
        });
    }

    @Test
    void aModelWithoutAnAlertThresholdCallsTheTenLikeliestOfACut() {
        Instant earlier = LAST.minus(Duration.ofDays(2));
        for (int i = 0; i < 12; i++) {
            EntityId one = EntityId.hashtag("one" + i);
            predict(one, earlier, 0.01 * (i + 1), null, null);
            predict(one, LAST, 0.01 * (i + 1), null, null);
            outcome(one, earlier, i == 2 || i == 1);
        }
        database.transactions().run(tenant, db -> db.sql("update model_record set metrics = '{}'").update());

        assertThat(pages.trends(filter(null)).expectation()).satisfies(expectation -> {
            assertThat(expectation.threshold()).isNull();
            assertThat(expectation.called()).isEqualTo(10);
            assertThat(expectation.trackRecord().calls().made()).isEqualTo(10);
            assertThat(expectation.trackRecord().calls().right()).isEqualTo(1);
        });
    }

    private void outcome(EntityId entity, Instant cut, boolean surged) {
        database.transactions().run(tenant, db -> db.sql("""
            insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, known_at)
            values (?, ?, ?, 24, ?, 0.1, ?)""").params(entity.kind().label(), entity.value(),
                cut.atOffset(ZoneOffset.UTC), surged, cut.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC)).update());
    }

    @Test
    void aCalledHashtagWithoutAPlaceIsNamedBesideTheTable() {
        EntityId quiet = EntityId.hashtag("quiet");
        new ObservedLake(tenant).observe(Readings.hourly(quiet, START, 24, 20_000, 10));
        predict(quiet, LAST, 0.8, 0.6, 0.9);

        assertThat(pages.trends(filter(null)).expectation()).satisfies(expectation -> {
            assertThat(expectation.called()).isEqualTo(1);
            assertThat(expectation.unplaced()).singleElement()
                    .satisfies(one -> assertThat(one.subject().id()).isEqualTo(quiet));
        });
    }

    @Test
    void anEntityShowsItsSeriesForecastAndEvidence() {
        predict(FAST, LAST, 0.7, 0.6, 0.8);

        EntityView view = pages.entity(FAST, new EntityFilter(null, 7)).orElseThrow();

        assertThat(view.subject().name()).isEqualTo("fast");
        assertThat(view.windows()).extracting(row -> row.window().length()).containsExactly("1h", "24h");
        assertThat(view.series().gains()).hasSizeGreaterThan(100).allSatisfy(
                point -> assertThat(point.value()).isEqualTo(900.0));
        assertThat(view.forecast()).isNotNull().satisfies(forecast -> assertThat(forecast.why())
                .containsExactly(new EntityView.Contribution("growth_24h", 0.5, 1.2)));
        assertThat(view.evidence().predictions()).hasSize(1);
        assertThat(view.evidence().sources()).singleElement().satisfies(source -> {
            assertThat(source.readings()).isEqualTo(24 * 9);
            assertThat(source.cadence()).isEqualTo(Duration.ofHours(1));
        });
    }

    @Test
    void rowsComeNewestFirstAndPaged() {
        var rows = pages.rows(FAST, new RowsFilter("1h", null, new Paging(10, 5))).orElseThrow();

        assertThat(rows.items()).hasSize(10).isSortedAccordingTo(
                (a, b) -> b.window().to().compareTo(a.window().to()));
        assertThat(rows.total()).isGreaterThan(200);
        assertThat(pages.rows(EntityId.hashtag("unknown"), new RowsFilter("1h", null, new Paging(10, 0)))).isEmpty();
    }

    @Test
    void aWindowWithoutAReadingAtItsEndIsCarried() {
        EntityId sparse = EntityId.hashtag("sparse");
        new ObservedLake(tenant).observe(Readings.hourly(sparse, START, 24 * 9, 20_000, 900).stream()
                .filter(reading -> reading.observedAt().getEpochSecond() / 3600 % 3 == 0).toList());
        new MetricJob(database, CLOCK, computed -> {
        }).computeDue(tenant, MetricProgress.NONE);

        var rows = pages.rows(sparse, new RowsFilter("24h", START.plus(Duration.ofDays(7)), new Paging(6, 0)))
                .orElseThrow().items();

        assertThat(rows).filteredOn(row -> !row.carried()).hasSize(2);
        assertThat(rows).filteredOn(MetricRow::carried).hasSize(4);
    }

    @Test
    void anotherTenantKnowsNothingOfThem() {
        var others = new StoredTrendPages(TestDatabase.newTenant(),
                new TrendQuery(database, new ExpectationRepository()),
                new EntityQuery(database, new ExpectationRepository()), CLOCK);

        assertThat(others.trends(filter(null)).rows()).isEmpty();
        assertThat(others.entity(FAST, new EntityFilter(null, 7))).isEmpty();
        assertThat(others.subject(FAST)).isEmpty();
    }

    @Test
    void pagesOfASeriesThatEndedLongAgoSaySo() {
        assertThat(pages.trends(filter(null)).notices()).contains(new Notice.Stale(LAST));
        assertThat(pages.entity(FAST, new EntityFilter(null, 7)).orElseThrow()).satisfies(view -> {
            assertThat(view.notices()).containsExactly(new Notice.Stale(LAST));
            assertThat(view.freshness().past()).isTrue();
        });
    }

    @Test
    void pagesOfASeriesThatGoesOnSpeakOfNow() {
        StoredTrendPages fresh = at(LAST.plus(Duration.ofHours(11)));

        assertThat(fresh.trends(filter(null))).satisfies(view -> {
            assertThat(view.freshness().past()).isFalse();
            assertThat(view.notices()).doesNotHaveAnyElementsOfTypes(Notice.Stale.class);
        });
        assertThat(fresh.entity(FAST, new EntityFilter(null, 7)).orElseThrow().notices()).isEmpty();
        assertThat(at(LAST.plus(Duration.ofHours(13))).trends(filter(null)).notices()).contains(new Notice.Stale(LAST));
    }

    @Test
    void anEarlierMomentIsThePastButNotStale() {
        Instant earlier = LAST.minus(Duration.ofDays(1));

        TrendsView view = pages.trends(filter(earlier));

        assertThat(view.freshness().past()).isTrue();
        assertThat(view.notices()).doesNotHaveAnyElementsOfTypes(Notice.Stale.class);
    }

    @Test
    void simulatedReadingsAreCalledTheSampleAndNeverStale() {
        TenantId playground = TestDatabase.newTenant();
        new ObservedLake(playground).observe(Readings.hourly(FAST, START, 24 * 9, 20_000, 900).stream()
                .map(reading -> new Observation(reading.entity(), "sim-web", reading.observedAt(), reading.counts()))
                .toList());
        new MetricJob(database, CLOCK, computed -> {
        }).computeDue(playground, MetricProgress.NONE);
        var sample = new StoredTrendPages(playground, new TrendQuery(database, new ExpectationRepository()),
                new EntityQuery(database, new ExpectationRepository()), CLOCK);

        assertThat(sample.trends(filter(null)).notices()).contains(StoredTrendPages.SIMULATED)
                .doesNotHaveAnyElementsOfTypes(Notice.Stale.class);
        assertThat(sample.entity(FAST, new EntityFilter(null, 7)).orElseThrow().notices())
                .containsExactly(StoredTrendPages.SIMULATED);
    }

    private StoredTrendPages at(Instant now) {
        return new StoredTrendPages(tenant, new TrendQuery(database, new ExpectationRepository()),
                new EntityQuery(database, new ExpectationRepository()),
                InstantSource.fixed(now));
    }

    private static TrendsFilter filter(@Nullable Instant at) {
        return new TrendsFilter(EntityKind.HASHTAG, at, 7, 50, null, false);
    }

    private void predict(EntityId entity, Instant asOf, double probability, @Nullable Double low,
            @Nullable Double high) {
        database.transactions().run(tenant, db -> {
            UUID model = db.sql("select id from model_record limit 1").query(UUID.class).optional()
                    .orElseGet(() -> db.sql("""
                        insert into model_record (kind, horizon_hours, training_from, training_to, dataset_hash,
                        feature_set, seed, code_version, artefact_sha256, state, metrics)
                        values ('boosted-trees', 24, now(), now(), 'h', 'feature_set_v1', 1, 'test', 'a', 'ACTIVE',
                        '{"alertThreshold": 0.35}')
                        returning id""").query(UUID.class).single());
            db.sql("""
                insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability, low, high,
                views_low, views_mid, views_high, contributions) values (?, ?, ?, 24, ?, ?, ?, ?, 1, 2, 3,
                '[{"feature": "growth_24h", "value": 0.5, "effect": 1.2}]')""")
                    .params(entity.kind().label(), entity.value(), asOf.atOffset(ZoneOffset.UTC), model, probability,
                            low, high)
                    .update();
        });
    }
}
