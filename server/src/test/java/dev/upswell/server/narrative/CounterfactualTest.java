package dev.upswell.server.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.FeatureSet;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LogisticRegression;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A model that learnt from rows in which what surges is what many creators carry.
class CounterfactualTest {

    private static final int ROWS = 800;
    private static final Calibration AS_IT_IS = new Calibration(1, 1, 0);

    private static SurgeModel.ByRows model(String feature) {
        FeatureSet set = new FeatureSet("test_set", "", Stream.of("other", feature)
                .map(name -> FeatureDefinition.safe(name, FeatureGroup.A_GROWTH, "fraction", "", "")).toList(),
                List.of());
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[2 * ROWS];
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = (float) random.nextDouble();
            values[2 * row + 1] = (float) random.nextDouble();
            labels[row] = random.nextDouble() < values[2 * row + 1] ? 1 : 0;
        }
        var rows = new Dataset(set.names(), values, labels, IntStream.range(0, ROWS).toArray(), new long[ROWS]);
        return new SurgeModel.ByRows(set, LogisticRegression.train(rows, new LogisticRegression.Settings(1, 1)),
                AS_IT_IS);
    }

    private static Optional<Counterfactual> of(SurgeModel.ByRows model, float[] vector) {
        return Counterfactual.ofDispersion(model.features(), vector, both -> Optional.of(model.probabilities(both, 2)));
    }

    @Test
    void theModelIsAskedTwiceAndNothingButTheDispersionDiffers() {
        SurgeModel.ByRows model = model(Counterfactual.DISPERSION);
        float[] vector = {0.4f, 0.3f};

        Counterfactual found = of(model, vector).orElseThrow();

        assertThat(found.before()).isCloseTo(0.3, within(1e-6));
        assertThat(found.after()).isCloseTo(0.6, within(1e-6));
        assertThat(found.expected()).isEqualTo(model.probabilities(new float[]{0.4f, 0.3f}, 1)[0]);
        assertThat(found.otherwise()).isEqualTo(model.probabilities(new float[]{0.4f, 0.6f}, 1)[0]);
        assertThat(found.otherwise()).isGreaterThan(found.expected() + 0.1);
        assertThat(found.isSame()).isFalse();
        assertThat(vector).containsExactly(0.4f, 0.3f);
    }

    @Test
    void whereTheModelCannotBeAskedNothingIsTold() {
        assertThat(Counterfactual.ofDispersion(model(Counterfactual.DISPERSION).features(), new float[]{0.4f, 0.3f},
                both -> Optional.empty())).isEmpty();
    }

    @Test
    void itIsNeverMoreThanEven() {
        assertThat(of(model(Counterfactual.DISPERSION), new float[]{0.4f, 0.8f}).orElseThrow()
                .after()).isEqualTo(1);
    }

    @Test
    void whereItIsNotLookedAtOrNotKnownNothingIsTold() {
        assertThat(of(model("log_level"), new float[]{0.4f, 0.3f})).isEmpty();
        assertThat(of(model(Counterfactual.DISPERSION), new float[]{0.4f, Float.NaN}))
                .isEmpty();
        assertThat(of(model(Counterfactual.DISPERSION), new float[]{0.4f, 1})).isEmpty();
    }
}
