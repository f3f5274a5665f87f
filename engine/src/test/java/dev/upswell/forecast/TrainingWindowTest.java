package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Fingerprint;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Learning from the last days alone.
class TrainingWindowTest {

    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(10));
    private static final Map<EntityId, EntitySeries> WORLD = Worlds.watched(Worlds.hourly(60, 12, 3));
    private static final TrainSettings ALL = SurgeModelTest.QUICK;
    private static final TrainSettings FIVE_DAYS = ALL.windowDays(5);

    @Test
    void onlyTheCutsOfTheWindowAreLearntFrom() {
        Dataset all = SurgeTrainer.known(WORLD, NOW, ALL).rows();
        Dataset last = all.slice(all.firstAt(NOW.minus(Duration.ofDays(5)).getEpochSecond()), all.size());

        TrainedSurgeModel model = SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, FIVE_DAYS);

        assertThat(last.size()).isBetween(1, all.size() - 1);
        assertThat(model.record().datasetHash()).isEqualTo(Fingerprint.of(last));
        assertThat(model.record().rows()).isEqualTo(last.size());
        assertThat(model.record().trainingFrom()).isEqualTo(NOW.minus(Duration.ofDays(5)));
        assertThat(model.record().settings()).containsEntry("windowDays", "5");
        assertThat(model.rows().size()).isEqualTo(last.size());
    }

    @Test
    void aWindowAsLongAsTheHistoryChangesNoByte() {
        TrainedSurgeModel all = SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, ALL);

        assertThat(SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, ALL.windowDays(400)).artefact())
                .isEqualTo(all.artefact());
        assertThat(SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, FIVE_DAYS).artefact()).isNotEqualTo(all.artefact());
        assertThat(all.record().settings()).doesNotContainKey("windowDays");
    }

    @Test
    void aBacktestLearnsFromTheSameWindow() {
        BacktestReport report = SurgeBacktest.run(WORLD, new BacktestSettings(NOW, NOW.plus(Duration.ofDays(1)),
                Duration.ofDays(2), EnumSet.of(SurgeKind.TREES), FIVE_DAYS, 10), SurgeBacktest.Progress.SILENT);
        Map<EntityId, Double> model = SurgeModel
                .load(SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, FIVE_DAYS).artefact()).predict(WORLD, NOW)
                .stream().collect(Collectors.toMap(SurgePrediction::entity, SurgePrediction::probability));

        for (int i = 0; i < model.size(); i++) {
            assertThat(report.pairs().probability(SurgeKind.TREES, i))
                    .isEqualTo(model.get(report.pairs().entityAt(i)));
        }
    }

    @Test
    void noWindowIsNegative() {
        assertThatThrownBy(() -> ALL.windowDays(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "training window (-1 days) must not be negative\nMaybe use 0, which learns from everything.");
    }
}
