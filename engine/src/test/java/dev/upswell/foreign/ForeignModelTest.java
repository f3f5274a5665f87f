package dev.upswell.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForeignModelTest {

    private static final int WIDTH = HashtagFeatures.V1.size();

    /// The probability with the growth of a day as its log-odds, half where it is missing.
    private static byte[] growth(String name, Map<String, String> properties, int columns) {
        OnnxGraph graph = new OnnxGraph();
        OnnxGraph.Value given = graph.input(name, "", columns);
        OnnxGraph.Value one = columns == 1
                ? given
                : graph.step("Gather").with("axis", 1).on(given,
                        graph.constant(new long[]{HashtagFeatures.V1.indexOf("growth_24h")}, 1));
        OnnxGraph.Value filled = graph.apply("Where", graph.apply("IsNaN", one), graph.constant(new float[]{0}, 1),
                one);
        return graph.model("growth", "", Map.of("probability", graph.apply("Sigmoid", filled)), properties);
    }

    private static float[] vectors(float... growths) {
        float[] values = new float[growths.length * WIDTH];
        Arrays.fill(values, Float.NaN);
        for (int i = 0; i < growths.length; i++) {
            values[i * WIDTH + HashtagFeatures.V1.indexOf("growth_24h")] = growths[i];
        }
        return values;
    }

    @Test
    void anInputWithTheNameOfAFeatureGetsThatFeature() {
        ForeignModel model = ForeignModel.read(growth("growth_24h", Map.of(), 1));

        assertThat(model.features()).isSameAs(HashtagFeatures.RECIPE);
        assertThat(model.scores(vectors(0, 1, Float.NaN))).containsExactly(new double[]{0.5, 0.7310586, 0.5},
                within(1e-6));
    }

    @Test
    void oneInputOfAllColumnsGetsThemWhenTheFileNamesTheSet() {
        ForeignModel model = ForeignModel
                .read(growth("X", Map.of(ForeignModel.FEATURE_SET, "feature_set_v1"), WIDTH));

        assertThat(model.scores(vectors(0, 1))).containsExactly(new double[]{0.5, 0.7310586}, within(1e-6));
    }

    @Test
    void unknownInputsAreNamedWithAdvice() {
        assertThatThrownBy(() -> ForeignModel.read(growth("likes_per_moon", Map.of(), 1))).hasMessageStartingWith(
                "The ONNX file cannot be used: inputs likes_per_moon are no features of feature_set_")
                .hasMessageContaining("\nMaybe name its inputs as the features");
        assertThatThrownBy(() -> ForeignModel
                .read(growth("growth_24h", Map.of(ForeignModel.FEATURE_SET, "feature_set_v99"), 1)))
                .hasMessageStartingWith("feature set (feature_set_v99) must be one of");
        assertThatThrownBy(() -> ForeignModel.read(growth("growth_24h", Map.of(), 3)))
                .hasMessageContaining("its input growth_24h must have one column, not 3");
    }

    @Test
    void aModelThatCannotDoWithoutAValueIsRefusedWhenItComes() {
        OnnxGraph graph = new OnnxGraph();
        OnnxGraph.Value given = graph.input("growth_24h", "", 1);
        byte[] file = graph.model("gaps", "", Map.of("probability", graph.apply("Sigmoid", given)), Map.of());

        assertThatThrownBy(() -> ForeignModel.read(file))
                .hasMessageContaining("its result probability must be a probability, but is NaN");
    }
}
