package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.companion.OutbreakFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

        assertThat(trained.record().featureSet()).isEqualTo("feature_set_v3");
        assertThat(trained.record().settings().get("features")).contains("branching", "delay");
        int pace = OutbreakFeatures.V3.indexOf("regime_pace");
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
}
