package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.SurgeTrainer;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.forecast.TrainedSurgeModel;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.TreeSettings;
import dev.upswell.sequence.PyTorch;
import dev.upswell.sequence.SequenceSettings;
import dev.upswell.server.forecast.ForecastSettings.Networks;
import dev.upswell.server.registry.ModelReview;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.NewModel;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.RegistrySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The recurrent network and the ensemble on their way to serve; with PyTorch, which the tests bring.
@Tag("slow")
class NetworkChallengerTest {

    private static final int DAYS = 24;
    private static final Duration STEP = Duration.ofHours(6);
    private static final Instant START = Watch.START.plus(Duration.ofDays(16));
    private static final TrainSettings TRAINING = new TrainSettings(Watch.PROTOCOL.minEligible(30),
            Watch.SETTINGS.training().features(), new TreeSettings(30, 3, 0.2, 1, 1, 1, 1, 32, 1, 0, 42),
            new TreeSettings(4, 2, 0.3, 1, 1, 1, 1, 16, 1, 0, 42), TrainSettings.STANDARD.logistic(),
            new SequenceSettings(8, 8, 8, 0.1, 5, 6, 3, 128, 0.005, 0, 6000, 0.15, 7), Calibration.Kind.PLATT, 56, 10,
            5, "test-version");

    private final Watch watch = new Watch();
    private final List<Watch.Reading> readings = ShiftingWorld.readings(DAYS, DAYS + 1, 5);

    private Forecasts forecasts(Networks networks) {
        return Forecasts.of(watch.database, watch.tenant, new ForecastSettings(TRAINING, networks), watch.features,
                event -> {
                });
    }

    private void publish(Instant after, Instant to) {
        watch.publish(readings.stream().filter(one -> one.at().isAfter(after) && !one.at().isAfter(to)).toList());
    }

    private static Map<String, ModelState> states(List<RegisteredModel> models) {
        return models.stream().collect(Collectors.toMap(RegisteredModel::kind, RegisteredModel::state));
    }

    @Test
    void theyAreOfferedComparedOrLeftOutAsTheSettingsSay() {
        assertThat(PyTorch.isInstalled()).isTrue();
        publish(Watch.START.minusSeconds(1), START);

        assertThat(states(forecasts(Networks.OFF).training().train(watch.tenant, Progress.SILENT))).isEqualTo(
                Map.of("logistic", ModelState.CANDIDATE, "boosted-trees", ModelState.ACTIVE));
        List<RegisteredModel> compared = forecasts(Networks.COMPARED).training().train(watch.tenant, Progress.SILENT);
        assertThat(states(compared)).containsEntry("sequence", ModelState.CANDIDATE)
                .containsEntry("ensemble", ModelState.CANDIDATE);
        List<RegisteredModel> offered = forecasts(Networks.CHALLENGER).training().train(watch.tenant, Progress.SILENT);
        assertThat(states(offered)).containsEntry("logistic", ModelState.CANDIDATE)
                .containsEntry("boosted-trees", ModelState.SHADOW).containsEntry("sequence", ModelState.SHADOW)
                .containsEntry("ensemble", ModelState.SHADOW);
        assertThat(offered).map(model -> model.record().artefactHash())
                .isEqualTo(compared.stream().map(model -> model.record().artefactHash()).toList());
        assertThat(offered.getLast().notes()).anyMatch(note -> note.startsWith("Blend: "));
    }

    @Test
    void theNetworkIsPromotedByTheRuleOfAllAndForetells() {
        Forecasts forecasts = forecasts(Networks.CHALLENGER);
        publish(Watch.START.minusSeconds(1), START);
        RegisteredModel blind = blind();
        Map<String, RegisteredModel> trained = forecasts.training().train(watch.tenant, Progress.SILENT).stream()
                .collect(Collectors.toMap(RegisteredModel::kind, model -> model));
        RegisteredModel network = trained.get("sequence");
        ModelReview review = new ModelReview(watch.database,
                RegistrySettings.USUAL.shadowFor(Duration.ofDays(4)).needing(5, 20));
        // the trees would be judged first, and the network then against them
        watch.registry.reject(watch.tenant, trained.get("boosted-trees").id(), "test");

        Instant now = START;
        while (serving().id().equals(blind.id()) && now.isBefore(START.plus(Duration.ofDays(6)))) {
            forecasts.predicting().predict(watch.tenant, Progress.SILENT);
            publish(now, now.plus(STEP));
            now = now.plus(STEP);
            forecasts.outcomes().settle(watch.tenant, now);
            review.review(watch.tenant, ModelTask.DAILY_HASHTAGS);
        }

        assertThat(
                watch.rows("select distinct m.kind from shadow_prediction p join model_record m on m.id = p.model_id"))
                .extracting(row -> row.get("kind")).containsExactlyInAnyOrder("sequence", "ensemble");
        assertThat(serving().kind()).as(history()).isIn("sequence", "ensemble");
        assertThat(watch.rows("select actor from model_transition where to_state = 'ACTIVE' order by seq").getLast())
                .containsEntry("actor", "rule");

        watch.registry.promote(watch.tenant, network.id());
        forecasts.predicting().predict(watch.tenant, Progress.SILENT);
        List<Prediction> said = forecasts.predicting().top(watch.tenant, now, 5);
        assertThat(said).hasSize(5).allSatisfy(one -> {
            assertThat(one.modelId()).isEqualTo(network.id());
            assertThat(one.contributions()).isEmpty();
            assertThat(one.chance().probability()).isBetween(0.0, 1.0);
        });
    }

    /// A serving model that says the same of everybody.
    private RegisteredModel blind() {
        TrainedSurgeModel blind = SurgeTrainer.train(SurgeKind.PREVALENCE,
                watch.series.until(watch.tenant, START), START, TRAINING);
        return watch.registry.register(watch.tenant, List.of(new NewModel(ModelTask.DAILY_HASHTAGS, blind.record(),
                blind.artefact(), List.of("It says the same of everybody."), true))).getFirst();
    }

    private RegisteredModel serving() {
        return watch.registry.serving(watch.tenant, ModelTask.DAILY_HASHTAGS).orElseThrow();
    }

    private String history() {
        return watch.rows("select to_state, reason from model_transition order by seq").toString();
    }
}
