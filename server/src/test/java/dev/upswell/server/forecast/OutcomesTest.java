package dev.upswell.server.forecast;

import static dev.upswell.server.forecast.Watch.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.registry.ModelTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final Instant CUT = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-05-03T00:00:00Z");

    private final Watch watch = new Watch();

    /// Five hashtags grow by 0, 10, 20, 30 and 100 %, so the bar (95th percentile, by interpolation) lies at
    /// `ln 1.3 + 0.8 · (ln 2 − ln 1.3) = 0.607`: only the last, with `ln 2 = 0.693`, surges. A sixth had too few views.
    private void sixHashtags(String end) {
        String start = "2025-05-01T00:00:00Z";
        watch.publish(List.of(reading("a", start, 20_000), reading("b", start, 20_000), reading("c", start, 20_000),
                reading("d", start, 20_000), reading("e", start, 20_000), reading("small", start, 9_999)));
        watch.publish(List.of(reading("a", end, 20_000), reading("b", end, 22_000), reading("c", end, 24_000),
                reading("d", end, 26_000), reading("e", end, 40_000), reading("small", end, 99_990)));
    }

    private void predicted(String... hashtags) {
        watch.execute("""
            insert into model_record (id, kind, horizon_hours, training_from, training_to, dataset_hash, feature_set,
            seed, code_version, artefact_sha256, metrics)
            values ('00000000-0000-0000-0000-000000000001', 'boosted-trees', 24, '2025-01-01', '2025-05-01', '', '', 1,
            '', '0123456789abcdef', '{"trainingRows": 1, "trainingPositives": 1}')""");
        for (String hashtag : hashtags) {
            watch.execute("""
                insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)
                values ('hashtag', '%s', '2025-05-01T00:00:00Z', 24, '00000000-0000-0000-0000-000000000001', 0.4)"""
                    .formatted(hashtag));
        }
    }

    @Test
    void outcomeSaysWhoGrewMoreThanTheBarOfAllEligibleHashtags() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "d", "e", "small");

        assertThat(watch.outcomes.settle(watch.tenant, AFTER)).isEqualTo(3);

        assertThat(watch.rows("select entity_id, label, round(growth::numeric, 4) as growth from outcome order by 1"))
                .extracting(Map::toString).containsExactly("{entity_id=a, label=false, growth=0.0000}",
                        "{entity_id=d, label=false, growth=0.2624}", "{entity_id=e, label=true, growth=0.6931}");
        assertThat(watch.outcomes.count(watch.tenant)).isEqualTo(3);
        assertThat(watch.outcomes.list(watch.tenant, 10, 0)).extracting(one -> one.outcome().surged())
                .containsExactly(false, false, true);
        assertThat(watch.outcomes.list(watch.tenant, 1, 2).getFirst().outcome().knownAt())
                .isEqualTo(Instant.parse("2025-05-02T00:00:00Z"));
        assertThat(watch.eventTypes()).containsExactly("OUTCOMES_SETTLED");
    }

    @Test
    void outcomeTellsTheBarTheLevelReachedAndWhenTheBarWasPassed() {
        sixHashtags("2025-05-02T00:00:00Z");
        watch.publish(List.of(reading("e", "2025-05-01T09:00:00Z", 36_000),
                reading("e", "2025-05-01T15:00:00Z", 37_000)));
        predicted("a", "e");

        watch.outcomes.settle(watch.tenant, AFTER);

        assertThat(watch
                .rows("select entity_id, round(bar::numeric, 3) as bar, level, hours_to_bar from outcome order by 1"))
                .extracting(Map::toString).containsExactly("{entity_id=a, bar=0.607, level=20000.0, hours_to_bar=null}",
                        "{entity_id=e, bar=0.607, level=40000.0, hours_to_bar=15.0}");
    }

    @Test
    void settlingTwiceChangesNothing() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");
        watch.outcomes.settle(watch.tenant, AFTER);

        assertThat(watch.outcomes.settle(watch.tenant, AFTER)).isZero();
    }

    @Test
    void aComparedCutComesAgainOnlyForReadingsOfItsTimeOrForOthersThatWerePredicted() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");
        Instant now = Instant.parse("2025-05-02T06:00:00Z");
        watch.outcomes.settle(watch.tenant, now);
        assertThat(due(CUT)).isEmpty();

        watch.publish(List.of(reading("a", "2025-05-02T06:00:00Z", 20_500)));
        assertThat(due(CUT)).isEmpty();
        watch.publish(List.of(reading("a", "2025-05-01T12:00:00Z", 20_100)));
        assertThat(due(CUT)).containsExactly(CUT);

        watch.outcomes.settle(watch.tenant, now);
        assertThat(due(CUT)).isEmpty();
        watch.execute("""
            insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)
            values ('hashtag', 'd', '2025-05-01T00:00:00Z', 24, '00000000-0000-0000-0000-000000000001', 0.4)""");
        assertThat(due(CUT)).containsExactly(CUT);
        assertThat(watch.outcomes.settle(watch.tenant, now)).isEqualTo(1);
    }

    @Test
    void nothingIsSettledBeforeTheHorizonHasElapsed() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");

        assertThat(watch.outcomes.settle(watch.tenant, CUT.plusSeconds(24 * 3600 - 1))).isZero();
        assertThat(watch.outcomes.settle(watch.tenant, CUT.plusSeconds(24 * 3600))).isEqualTo(2);
    }

    @Test
    void hoursThatNobodyHasReadAreUnknownNotQuiet() {
        sixHashtags("2025-05-01T21:00:00Z");
        predicted("a", "e");

        assertThat(watch.outcomes.settle(watch.tenant, AFTER)).isZero();
    }

    @Test
    void lateReadingCorrectsTheOutcome() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");
        watch.outcomes.settle(watch.tenant, AFTER);
        watch.publish(List.of(reading("a", "2025-05-02T00:00:00Z", 90_000)));

        assertThat(watch.outcomes.settle(watch.tenant, AFTER)).isEqualTo(2);
        assertThat(watch.rows("select entity_id from outcome where label")).hasToString("[{entity_id=a}]");
    }

    @Test
    void predictionIsComparedByTheCounterThatItWasMadeFrom() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");
        watch.execute("update prediction set source = 'poll'");
        watch.publish(List.of(other("a", "2025-04-30T20:00:00Z", 20_000), other("a", "2025-04-30T22:00:00Z", 20_000),
                other("a", "2025-05-02T00:00:00Z", 900_000)));

        watch.outcomes.settle(watch.tenant, AFTER);

        assertThat(watch.rows("select entity_id from outcome where label")).hasToString("[{entity_id=e}]");
    }

    private static Watch.Reading other(String hashtag, String at, long views) {
        return new Watch.Reading(hashtag, "other", Instant.parse(at), views);
    }

    @Test
    void counterThatWentSilentIsNotReplacedByAnother() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");
        watch.execute("update prediction set source = 'gone' where entity_id = 'a'");

        assertThat(watch.outcomes.settle(watch.tenant, AFTER)).isEqualTo(1);
    }

    @Test
    void cutThatNothingCanBeSaidOfIsLookedAtAgainOnlyWhenMoreIsKnownOfItsTime() {
        watch.publish(
                List.of(reading("a", "2025-05-01T00:00:00Z", 20_000), reading("a", "2025-05-02T00:00:00Z", 30_000),
                        reading("far", "2025-05-09T00:00:00Z", 20_000)));
        predicted("a");
        Instant week = Instant.parse("2025-05-10T00:00:00Z");
        assertThat(watch.outcomes.settle(watch.tenant, week)).isZero();
        assertThat(due()).isEmpty();

        watch.publish(List.of(reading("far", "2025-05-09T06:00:00Z", 20_000)));
        assertThat(due()).isEmpty();
        sixHashtags("2025-05-02T00:00:00Z");

        assertThat(due()).containsExactly(CUT);
        assertThat(watch.outcomes.settle(watch.tenant, week)).isEqualTo(1);
        assertThat(watch.rows("select * from unjudged_cut")).isEmpty();
    }

    /// A level of 12 hours and a fraction ago counts, because the fraction makes it known in the second after.
    @Test
    void aLateReadingThatMayStandForTheLevelOfTheCutMakesItDueToTheFractionOfASecond() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");
        watch.outcomes.settle(watch.tenant, Instant.parse("2025-05-02T06:00:00Z"));

        watch.publish(List.of(reading("a", "2025-04-30T11:59:58.900Z", 19_000)));
        assertThat(due(CUT)).isEmpty();
        watch.publish(List.of(reading("a", "2025-04-30T11:59:59.600Z", 19_000)));
        assertThat(due(CUT)).containsExactly(CUT);
    }

    @Test
    void aFileWithoutTimesMayBearOnAnyCut() {
        sixHashtags("2025-05-02T00:00:00Z");
        predicted("a", "e");
        watch.outcomes.settle(watch.tenant, Instant.parse("2025-05-02T06:00:00Z"));

        watch.publish(List.of(reading("a", "2025-05-20T00:00:00Z", 20_000)));
        assertThat(due(CUT)).isEmpty();
        watch.execute("update lake_file set min_time = null, max_time = null where seq = 3");
        assertThat(due(CUT)).containsExactly(CUT);
    }

    @Test
    void eachCutWithPredictionsOfTheHorizonIsDueOnceInOrderOfTime() {
        predicted("a", "e");
        for (String cut : List.of("2025-05-02", "2025-05-03 06:00", "2025-05-09")) {
            watch.execute("""
                insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)
                select kind, entity_id, '%sZ', horizon_hours, model_id, probability from prediction
                where as_of = '2025-05-01Z'""".formatted(cut));
        }
        watch.execute("""
            insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)
            select kind, entity_id, '2025-05-03Z', 48, model_id, probability from prediction
            where as_of = '2025-05-01Z'""");

        assertThat(due()).containsExactly(CUT, CUT.plus(Duration.ofDays(1)), CUT.plus(Duration.ofHours(54)));
    }

    private List<Instant> due() {
        return due(Instant.parse("2025-05-06T00:00:00Z"));
    }

    private List<Instant> due(Instant reopenedSince) {
        Instant elapsed = Instant.parse("2025-05-08T00:00:00Z");
        return watch.database.transactions().call(watch.tenant,
                db -> new PredictionRepository(ModelTask.DAILY_HASHTAGS).dueCuts(db, Outcomes.bearing(Watch.PROTOCOL),
                        elapsed, reopenedSince));
    }
}
