package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.forecast.ForecastEvent.ModelTrained;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.RegistryRefused;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final Instant END = Watch.START.plus(Duration.ofDays(16));

    @Test
    void eachTrainingLeavesARecordFromWhichItCanBeRepeated() {
        Watch watch = Watch.ofDays(16);

        List<RegisteredModel> trained = watch.training.train(watch.tenant, END, Progress.SILENT);

        assertThat(trained).extracting(RegisteredModel::kind).containsExactly("logistic", "boosted-trees");
        assertThat(trained).extracting(RegisteredModel::state).containsExactly(ModelState.CANDIDATE, ModelState.ACTIVE);
        var record = trained.getLast().record();
        assertThat(record.trainingTo()).isEqualTo(END);
        assertThat(record.codeVersion()).isEqualTo("test-version");
        assertThat(record.featureSet()).isEqualTo("feature_set_v1");
        assertThat(record.settings()).containsKeys("protocol", "trees", "calibration");
        assertThat(record.rows()).isPositive();
        assertThat(record.positives()).isBetween(10, record.rows() / 5);
        assertThat(record.datasetHash()).hasSize(64);
        assertThat(watch.rows("select encode(sha256(artefact), 'hex') = artefact_sha256 as same from model_record"))
                .extracting(row -> row.get("same")).containsExactly(true, true);
        assertThat(watch.eventTypes()).containsExactlyInAnyOrder("TRAIN_DONE", "TRAIN_DONE", "MODEL_PROMOTED");
        assertThat(watch.heard).hasSize(2).last().isEqualTo(
                new ModelTrained(watch.tenant, trained.getLast().id(), "boosted-trees", END, true));
    }

    @Test
    void sameReadingsAndSeedGiveTheSameArtefact() {
        Watch one = Watch.ofDays(16);
        Watch two = Watch.ofDays(16);

        assertThat(one.training.train(one.tenant, END, Progress.SILENT)).map(model -> model.record().artefactHash())
                .isEqualTo(two.training.train(two.tenant, END, Progress.SILENT).stream()
                        .map(model -> model.record().artefactHash()).toList());
    }

    @Test
    void laterTrainingPredictsInShadowAndTheFirstGoesOnServing() {
        Watch watch = Watch.ofDays(16);
        RegisteredModel first = watch.training.train(watch.tenant, END.minus(Duration.ofDays(2)), Progress.SILENT)
                .getLast();
        RegisteredModel second = watch.training.train(watch.tenant, END, Progress.SILENT).getLast();

        assertThat(first.state()).isEqualTo(ModelState.ACTIVE);
        assertThat(second.state()).isEqualTo(ModelState.SHADOW);
        assertThat(second.shadowFrom()).isEqualTo(END);
        assertThat(watch.registry.serving(watch.tenant, ModelTask.DAILY_HASHTAGS)).map(RegisteredModel::id)
                .hasValue(first.id());
        assertThat(watch.eventTypes()).containsOnlyOnce("MODEL_PROMOTED", "SHADOW_STARTED");
    }

    @Test
    void newerTrainingTakesThePlaceOfTheOneThatIsStillInShadow() {
        Watch watch = Watch.ofDays(16);
        for (int days : new int[]{3, 2, 1}) {
            watch.training.train(watch.tenant, END.minus(Duration.ofDays(days)), Progress.SILENT);
        }

        assertThat(watch.registry.list(watch.tenant)).filteredOn(model -> model.kind().equals("boosted-trees"))
                .extracting(RegisteredModel::state)
                .containsExactly(ModelState.SHADOW, ModelState.REJECTED, ModelState.ACTIVE);
        assertThat(watch.rows("select 1 from model_record where artefact is null")).isEmpty();
    }

    @Test
    void trainingAsOfThePastReplacesNothing() {
        Watch watch = Watch.ofDays(16);
        RegisteredModel today = watch.training.train(watch.tenant, Progress.SILENT).getLast();
        RegisteredModel past = watch.training.train(watch.tenant, END.minus(Duration.ofDays(2)), Progress.SILENT)
                .getLast();

        assertThat(past.state()).isEqualTo(ModelState.CANDIDATE);
        assertThat(watch.registry.serving(watch.tenant, ModelTask.DAILY_HASHTAGS)).map(RegisteredModel::id)
                .hasValue(today.id());
    }

    @Test
    void noTrainingClaimsToKnowWhatNoReadingTells() {
        Watch watch = Watch.ofDays(16);
        Instant last = END.minus(Duration.ofHours(3));

        RegisteredModel future = watch.training.train(watch.tenant, Instant.parse("2999-01-01T00:00:00Z"),
                Progress.SILENT).getLast();

        assertThat(future.record().trainingTo()).isEqualTo(last.plus(Duration.ofHours(12)));
        assertThat(watch.training.train(watch.tenant, last.plus(Duration.ofHours(12)), Progress.SILENT).getLast()
                .record().artefactHash()).isEqualTo(future.record().artefactHash());
    }

    @Test
    void tooFewSurgesAreRefusedInWordsAndRemembered() {
        Watch watch = Watch.ofDays(3);

        assertThatExceptionOfType(ForecastRefused.class)
                .isThrownBy(() -> watch.training.train(watch.tenant, Progress.SILENT))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(ForecastRefused.Reason.TOO_LITTLE_DATA))
                .withMessageStartingWith("There is too little to learn from. Only ")
                .withMessageEndingWith("\nImport a longer or wider history of hashtags, then train again.");
        assertThat(watch.registry.list(watch.tenant)).isEmpty();
        assertThat(watch.eventTypes()).containsExactly("TRAIN_REFUSED");
        assertThat(watch.heard).isEmpty();
    }

    @Test
    void nothingReadIsRefused() {
        Watch watch = new Watch();

        assertThatExceptionOfType(ForecastRefused.class)
                .isThrownBy(() -> watch.training.train(watch.tenant, Progress.SILENT))
                .withMessage("There are no view counts of hashtags yet.\nImport some first: \"upswell import FILE\".");
    }

    @Test
    void secondTrainingAtTheSameTimeIsRefused() {
        Watch watch = Watch.ofDays(3);
        try (TenantLocks.Held held = watch.database.locks().acquire(watch.tenant, "forecast-training")) {
            assertThatExceptionOfType(ForecastRefused.class)
                    .isThrownBy(() -> watch.training.train(watch.tenant, Progress.SILENT))
                    .withMessage("Another training is running.\nWait until it has ended, then try again.");
        }
    }

    @Test
    void otherTenantsSeeNoModel() {
        Watch watch = Watch.ofDays(16);
        watch.training.train(watch.tenant, END, Progress.SILENT);
        RegisteredModel model = watch.registry.list(watch.tenant).getFirst();
        Watch other = new Watch();

        assertThat(other.registry.list(other.tenant)).isEmpty();
        assertThat(other.registry.find(other.tenant, model.id())).isEmpty();
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> other.registry.promote(other.tenant, model.id()));
    }
}
