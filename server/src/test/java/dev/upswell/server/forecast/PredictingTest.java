package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.forecast.ForecastEvent.PredictionsMade;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictingTest {

    private static final Instant LAST = Watch.START.plus(Duration.ofHours(3 * (14 * 8 - 1)));

    private final Watch watch = Watch.ofDays(14);

    @Test
    void everyHashtagGetsAProbabilityWithItsReasonsAndItsViewsToCome() {
        RegisteredModel trees = watch.training.train(watch.tenant, Progress.SILENT).getLast();

        PredictionsMade made = watch.predicting.predict(watch.tenant, Progress.SILENT);

        assertThat(made).isEqualTo(new PredictionsMade(watch.tenant, trees.id(), LAST, 10, 10));
        assertThat(watch.heard).last().isEqualTo(made);
        assertThat(watch.eventTypes()).last().isEqualTo("PREDICT_DONE");
        List<Prediction> top = watch.predicting.top(watch.tenant, LAST, 3);
        assertThat(top).hasSize(3).isSortedAccordingTo(
                Comparator.comparingDouble((Prediction one) -> one.chance().probability()).reversed());
        assertThat(top).allSatisfy(one -> {
            assertThat(one.chance().probability()).isBetween(one.chance().low(), one.chance().high());
            assertThat(one.contributions()).hasSize(5);
            assertThat(one.contributions()).isSortedAccordingTo(
                    Comparator.comparingDouble((Prediction.Contribution why) -> -Math.abs(why.effect())));
            assertThat(one.views()).satisfies(views -> assertThat(views.mid()).isBetween(views.low(), views.high()));
            assertThat(one.outcome()).isNull();
        });
    }

    @Test
    void aModelThatCouldNotBeCalibratedSaysNoInterval() {
        Watch brief = Watch.ofDays(5);
        RegisteredModel trees = brief.training.train(brief.tenant, Progress.SILENT).getLast();

        PredictionsMade made = brief.predicting.predict(brief.tenant, Progress.SILENT);

        assertThat(trees.notes()).anyMatch(note -> note.contains("not calibrated"));
        assertThat(brief.predicting.top(brief.tenant, made.asOf(), 10)).hasSize(10)
                .allMatch(one -> one.chance().interval() == null);
        assertThat(brief.rows("select low, high from prediction")).hasSize(10)
                .allMatch(row -> row.get("low") == null && row.get("high") == null);
    }

    @Test
    void besideEachPredictionStandsHowFarItsHashtagLiesFromTheTraining() {
        watch.training.train(watch.tenant, Progress.SILENT);
        watch.publish(List.of(Watch.reading("tag3", LAST.plus(Duration.ofHours(2)).toString(), 900_000_000)));

        watch.predicting.predict(watch.tenant, Progress.SILENT);

        List<Prediction> said = watch.predicting.top(watch.tenant, LAST.plus(Duration.ofHours(2)), 10);
        assertThat(said).hasSize(10).allSatisfy(one -> {
            assertThat(one.strange()).isNotNull();
            assertThat(one.strange().strangerThan()).isBetween(0.0, 1.0);
            assertThat(one.strange().because().size()).isIn(0, 2);
        });
        Prediction leapt = said.stream().filter(one -> one.entity().value().equals("tag3")).findFirst().orElseThrow();
        assertThat(leapt.strange().strangerThan()).isGreaterThan(0.99);
        assertThat(leapt.document().strangeness()).satisfies(known -> {
            assertThat(known.unlike()).isTrue();
            assertThat(known.because()).hasSize(2).allSatisfy(odd -> {
                assertThat(odd.share()).isLessThan(0.02);
                assertThat(odd.text()).isNotBlank();
            });
        });
    }

    @Test
    void withoutAReferenceStrangenessIsUnknownAndNotZero() {
        watch.training.train(watch.tenant, Progress.SILENT);
        watch.execute("update model_record set drift_reference = null");

        watch.predicting.predict(watch.tenant, Progress.SILENT);

        assertThat(watch.predicting.top(watch.tenant, LAST, 10)).hasSize(10).allMatch(one -> one.strange() == null)
                .allMatch(one -> one.document().strangeness() == null);
        assertThat(watch.rows("select stranger_than from prediction")).hasSize(10)
                .allMatch(row -> row.get("stranger_than") == null);
    }

    @Test
    void predictingTwiceKeepsWhatWasSaidFirst() {
        watch.training.train(watch.tenant, Progress.SILENT);
        watch.predicting.predict(watch.tenant, Progress.SILENT);
        var before = watch.rows("select * from prediction order by entity_id");

        PredictionsMade again = watch.predicting.predict(watch.tenant, Progress.SILENT);

        assertThat(again.scored()).isEqualTo(10);
        assertThat(again.stored()).isZero();
        assertThat(watch.rows("select * from prediction order by entity_id")).hasToString(before.toString());
    }

    @Test
    void whatPeopleSeeIsKeptLastSoThatAKilledRunIsMadeAgain() {
        challenge();

        watch.predicting.predict(watch.tenant, Progress.SILENT);

        assertThat(watch
                .rows("select max(s.created_at) <= min(p.created_at) as first from shadow_prediction s, prediction p"))
                .extracting(row -> row.get("first")).containsExactly(true);
    }

    @Test
    void aChallengerThatCannotPredictKeepsNobodyFromTheForecast() {
        challenge();
        watch.execute("update model_record set artefact = 'nothing' where state = 'SHADOW'");

        PredictionsMade made = watch.predicting.predict(watch.tenant, Progress.SILENT);

        assertThat(made.stored()).isEqualTo(10);
        assertThat(watch.rows("select 1 from shadow_prediction")).isEmpty();
        assertThat(watch.eventTypes()).containsOnlyOnce("SHADOW_FAILED").last().isEqualTo("PREDICT_DONE");
    }

    /// A model that serves, and a later one in shadow.
    private void challenge() {
        watch.training.train(watch.tenant, LAST.minus(Duration.ofDays(2)), Progress.SILENT);
        watch.training.train(watch.tenant, LAST, Progress.SILENT);
    }

    @Test
    void withoutAModelPredictingIsRefused() {
        assertThatExceptionOfType(ForecastRefused.class)
                .isThrownBy(() -> watch.predicting.predict(watch.tenant, Progress.SILENT))
                .withMessage("No model has been trained yet.\nRun \"upswell train\" first.");
    }

    @Test
    void pastInstantIsAnsweredByAModelThatKnewNothingLater() {
        RegisteredModel today = watch.training.train(watch.tenant, Progress.SILENT).getLast();
        Instant past = LAST.minus(Duration.ofDays(1));

        PredictionsMade made = watch.predicting.predict(watch.tenant, past, Progress.SILENT);

        RegisteredModel used = watch.registry.find(watch.tenant, made.model()).orElseThrow();
        assertThat(used.record().trainingTo()).isEqualTo(past);
        assertThat(watch.registry.serving(watch.tenant, ModelTask.DAILY_HASHTAGS)).map(RegisteredModel::id)
                .hasValue(today.id());
        assertThat(watch.predicting.predict(watch.tenant, past.plusSeconds(60), Progress.SILENT).model())
                .isEqualTo(used.id());
    }

    @Test
    void laterReadingsDoNotChangeWhatIsForetold() {
        Watch shorter = new Watch();
        shorter.publish(List.of(Watch.reading("tag0", "2025-02-28T00:00:00Z", 19_000)));
        Watch longer = new Watch();
        for (Watch one : List.of(shorter, longer)) {
            one.publish(Watch.wandering(14, 7));
        }
        longer.publish(List.of(Watch.reading("tag0", "2025-02-28T00:00:00Z", 19_000)));
        longer.publish(List.of(Watch.reading("tag0", LAST.plusSeconds(1).toString(), 99_000_000)));

        assertThat(said(longer)).isEqualTo(said(shorter));
    }

    private static List<String> said(Watch one) {
        one.training.train(one.tenant, LAST, Progress.SILENT);
        one.predicting.predict(one.tenant, LAST, Progress.SILENT);
        return one.predicting.top(one.tenant, LAST, 10).stream()
                .map(p -> p.entity() + " " + p.chance() + p.views() + p.contributions()).toList();
    }

    @Test
    void otherTenantsSeeNoPrediction() {
        watch.training.train(watch.tenant, Progress.SILENT);
        watch.predicting.predict(watch.tenant, Progress.SILENT);
        Watch other = Watch.ofDays(2);

        assertThat(other.predicting.top(other.tenant, LAST, 10)).isEmpty();
        assertThat(other.outcomes.settle(other.tenant, LAST.plus(Duration.ofDays(3)))).isZero();
    }
}
