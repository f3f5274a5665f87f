package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.upswell.companion.OutbreakFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A model whose features rest on constants that were learnt with it.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearntFeaturesTest {

    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(9));
    private static final TrainSettings SETTINGS = SurgeModelTest.QUICK.features(OutbreakFeatures.RECIPE);

    private final Map<EntityId, EntitySeries> world = Worlds.accompanied(30, 12, 3);
    private final TrainedSurgeModel trained = SurgeTrainer.train(SurgeKind.TREES, world, NOW, SETTINGS);

    @Test
    void whatWasLearntIsPartOfTheModelAndItsRecord() {
        SurgeModel.Foretold foretold = SurgeModel.load(trained.artefact()).foretell(world, NOW);

        assertThat(trained.record().featureSet()).isEqualTo("feature_set_v4");
        assertThat(trained.record().settings().get("features")).contains("branching", "delay");
        int pace = OutbreakFeatures.V4.indexOf("regime_pace");
        assertThat(foretold.vectors().values()).hasSize(30).anyMatch(vector -> !Float.isNaN(vector[pace]));
        assertThatThrownBy(() -> SurgeModel.load(Arrays.copyOf(trained.artefact(), 400)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readingsAfterTheTrainingChangeNoByteAndAfterThePredictionNoProbability() {
        Map<EntityId, EntitySeries> known = new LinkedHashMap<>();
        world.forEach((id, one) -> known.put(id, one.until(NOW)));

        TrainedSurgeModel again = SurgeTrainer.train(SurgeKind.TREES, known, NOW, SETTINGS);

        assertThat(again.artefact()).isEqualTo(trained.artefact());
        assertThat(again.record()).isEqualTo(trained.record());
        SurgeModel model = SurgeModel.load(trained.artefact());
        assertThat(model.predict(known, NOW)).isEqualTo(model.predict(world, NOW));
    }

    @Test
    void aBacktestThatBeginsTooEarlyLearnsOnTheFirstDayOnWhichItCan() {
        BacktestReport early = backtest(world, 5, 10);
        BacktestReport late = backtest(world, 7, 10);

        assertThat(early.trainings()).extracting(BacktestReport.Training::at, BacktestReport.Training::learnt)
                .containsExactly(tuple(day(5), false), tuple(day(7), true));
        assertThat(late.trainings()).extracting(BacktestReport.Training::learnt).containsOnly(true);
        assertThat(said(early, day(7), day(11))).isEqualTo(said(late, day(7), day(11))).isNotEmpty();
    }

    @Test
    void whatABacktestLearnsLaterChangesNothingThatItSaidBefore() {
        BacktestReport all = backtest(world, 5, 9);
        BacktestReport before = backtest(world, 5, 6);
        Map<EntityId, EntitySeries> known = new LinkedHashMap<>();
        world.forEach((id, one) -> known.put(id, one.until(day(10))));
        BacktestReport cutShort = backtest(known, 5, 9);

        assertThat(before.trainings()).extracting(BacktestReport.Training::learnt).containsExactly(false);
        assertThat(said(all, day(5), day(6))).isEqualTo(said(before, day(5), day(6))).isNotEmpty();
        assertThat(said(cutShort, day(5), day(9))).isEqualTo(said(all, day(5), day(9)));
    }

    private static BacktestReport backtest(Map<EntityId, EntitySeries> entities, int from, int to) {
        return SurgeBacktest.run(entities, new BacktestSettings(day(from), day(to), Duration.ofDays(7),
                EnumSet.of(SurgeKind.TREES), SETTINGS, 10), SurgeBacktest.Progress.SILENT);
    }

    private static Instant day(int number) {
        return Worlds.START.plus(Duration.ofDays(number));
    }

    /// What was said of each hashtag at each cut from `from` on and before `to`.
    private static Map<String, Double> said(BacktestReport report, Instant from, Instant to) {
        BacktestPairs pairs = report.pairs();
        Map<String, Double> said = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.cutAt(i).isBefore(from) && pairs.cutAt(i).isBefore(to)) {
                said.put(pairs.cutAt(i) + " " + pairs.entityAt(i).value(), pairs.probability(SurgeKind.TREES, i));
            }
        }
        return said;
    }
}
