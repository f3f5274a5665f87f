package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.upswell.companion.CompanionFeatures;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.foreign.ForeignModel;
import dev.upswell.learn.Calibration;
import dev.upswell.sequence.SequenceModel;
import dev.upswell.sequence.SequenceRows;
import dev.upswell.sequence.SequenceScore;
import dev.upswell.timeline.StepHistory;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written as ONNX is computed by ONNX Runtime, which knows nothing of Upswell.
class SurgeOnnxTest {

    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(10));
    private static final int ROWS = 400;
    private static final int HISTORY = StepHistory.STEPS * StepHistory.CHANNELS.size();

    /// Vectors of one set: as they were learnt from, far beyond, and with gaps up to nothing at all.
    private record Vectors(FeatureRecipe recipe, float[] values, float[] histories) {

        static Vectors made(FeatureRecipe recipe) {
            SplittableRandom random = new SplittableRandom(3);
            int width = recipe.set().size();
            float[] values = new float[ROWS * width];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(random, i / width);
            }
            float[] histories = new float[ROWS * HISTORY];
            for (int i = 0; i < histories.length; i++) {
                histories[i] = number(random, i / HISTORY);
            }
            return new Vectors(recipe, values, histories);
        }

        private static float number(SplittableRandom random, int row) {
            double gaps = row == 0 ? 1 : row % 4 / 4.0;
            double size = Math.pow(10, row % 6 - 3);
            return random.nextDouble() < gaps ? Float.NaN : (float) ((random.nextDouble() - 0.4) * size);
        }

        float[] column(int column) {
            float[] all = new float[ROWS];
            for (int row = 0; row < ROWS; row++) {
                all[row] = values[row * recipe.set().size() + column];
            }
            return all;
        }
    }

    private static TrainedSurgeModel trained(SurgeKind kind, FeatureRecipe recipe) {
        return SurgeTrainer.train(kind, Worlds.watched(Worlds.hourly(60, 12, 3)), NOW,
                SurgeModelTest.QUICK.features(recipe));
    }

    private static double[] here(SurgeFit fit, Vectors vectors) {
        return fit.calibration().point().probabilities(raw(fit.raw(), vectors));
    }

    private static double[] raw(RawScore score, Vectors vectors) {
        return switch (score) {
            case RawScore.Learned learned -> learned.scorer().scores(vectors.values(), ROWS);
            case RawScore.Sequence sequence -> raw(sequence.model(), vectors);
            case RawScore.Ensemble ensemble -> {
                double[] trees = raw(ensemble.trees(), vectors);
                double[] network = raw(ensemble.sequence(), vectors);
                yield ensemble.blend().of(ensemble.ofTrees().probabilities(trees),
                        ensemble.ofSequence().probabilities(network));
            }
            default -> throw new AssertionError(score);
        };
    }

    private static double[] raw(SequenceModel model, Vectors vectors) {
        return Arrays.stream(model.scores(new SequenceRows(ROWS, StepHistory.STEPS, StepHistory.CHANNELS.size(),
                vectors.recipe().set().size(), vectors.histories(), vectors.values())))
                .mapToDouble(SequenceScore::probability).toArray();
    }

    private static double[] there(byte[] file, Vectors vectors, boolean history) throws OrtException {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        List<String> names = vectors.recipe().set().names();
        for (int i = 0; i < names.size(); i++) {
            inputs.put(names.get(i),
                    OnnxTensor.createTensor(runtime, FloatBuffer.wrap(vectors.column(i)), new long[]{ROWS, 1}));
        }
        if (history) {
            inputs.put("history", OnnxTensor.createTensor(runtime, FloatBuffer.wrap(vectors.histories()),
                    new long[]{ROWS, StepHistory.STEPS, StepHistory.CHANNELS.size()}));
        }
        try (OrtSession session = runtime.createSession(file); OrtSession.Result said = session.run(inputs)) {
            float[][] probabilities = (float[][]) said.get("probability").orElseThrow().getValue();
            double[] all = new double[ROWS];
            Arrays.setAll(all, i -> probabilities[i][0]);
            return all;
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "TREES"})
    void theRuntimeFindsTheSameProbabilitiesAlsoWhereFeaturesAreMissing(SurgeKind kind) throws OrtException {
        for (FeatureRecipe recipe : List.of(HashtagFeatures.RECIPE, CompanionFeatures.RECIPE)) {
            TrainedSurgeModel trained = trained(kind, recipe);
            Vectors vectors = Vectors.made(recipe);
            double[] here = here(SurgeArtefact.read(trained.artefact()).fit(), vectors);

            double[] there = there(SurgeModel.load(trained.artefact()).onnx(Map.of()), vectors, false);

            assertThat(Arrays.stream(here).distinct().count()).isGreaterThan(20);
            assertThat(there).containsExactly(here, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SEQUENCE", "ENSEMBLE"})
    void theNetworkIsWrittenWithItsPassesAndItsHistory(SurgeKind kind) throws OrtException {
        TrainedSurgeModel trained = trained(kind, HashtagFeatures.RECIPE);
        Vectors vectors = Vectors.made(HashtagFeatures.RECIPE);
        double[] here = here(SurgeArtefact.read(trained.artefact()).fit(), vectors);

        double[] there = there(SurgeModel.load(trained.artefact()).onnx(Map.of()), vectors, true);

        assertThat(Arrays.stream(here).distinct().count()).isGreaterThan(20);
        assertThat(there).containsExactly(here, within(1e-6));
    }

    /// The reader of this project against the writer of it, through a file that the runtime accepted above.
    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "TREES"})
    void whatIsWrittenCanBeBroughtInAgainAndSaysTheSame(SurgeKind kind) {
        TrainedSurgeModel trained = trained(kind, HashtagFeatures.RECIPE);
        Vectors vectors = Vectors.made(HashtagFeatures.RECIPE);

        ForeignModel foreign = ForeignModel.read(SurgeModel.load(trained.artefact()).onnx(Map.of()));

        assertThat(foreign.features()).isSameAs(HashtagFeatures.RECIPE);
        assertThat(foreign.scores(vectors.values()))
                .containsExactly(here(SurgeArtefact.read(trained.artefact()).fit(), vectors), within(1e-6));
    }

    @Test
    void anImportedModelForetellsAsTheOneItWasAndGivesItsFileBack() {
        TrainedSurgeModel trees = trained(SurgeKind.TREES, HashtagFeatures.RECIPE);
        byte[] file = SurgeModel.load(trees.artefact()).onnx(Map.of("upswell.licence", "yours"));

        TrainedSurgeModel imported = TrainedSurgeModel.imported(file, SurgeModel.load(trees.artefact()).protocol(), NOW,
                "test");
        SurgeModel model = SurgeModel.load(imported.artefact());

        assertThat(model.kind()).isEqualTo(SurgeKind.IMPORTED);
        assertThat(model.onnx(Map.of())).isEqualTo(file);
        assertThat(imported.record().trainingTo()).isEqualTo(NOW);
        assertThat(imported.record().settings()).containsEntry("origin", "imported")
                .containsEntry("said by the file: upswell.licence", "yours");
        var world = Worlds.watched(Worlds.hourly(60, 12, 3));
        Map<Object, Double> expected = new HashMap<>();
        SurgeModel.load(trees.artefact()).predict(world, NOW)
                .forEach(one -> expected.put(one.entity(), one.probability()));
        assertThat(model.predict(world, NOW)).hasSize(60).allSatisfy(one -> {
            assertThat(one.probability()).isCloseTo(expected.get(one.entity()), within(1e-6));
            assertThat(one.interval()).isNull();
            assertThat(one.why()).isEmpty();
        });
    }

    @Test
    void theFileSaysWhereItComesFromAndIsTheSameEveryTime() throws InvalidProtocolBufferException {
        TrainedSurgeModel trained = trained(SurgeKind.TREES, HashtagFeatures.RECIPE);
        SurgeModel model = SurgeModel.load(trained.artefact());
        byte[] file = model.onnx(Map.of("upswell.data", trained.record().datasetHash()));

        assertThat(model.onnx(Map.of("upswell.data", trained.record().datasetHash()))).isEqualTo(file);
        ModelProto read = ModelProto.parseFrom(file);
        Map<String, String> properties = new TreeMap<>();
        for (StringStringEntryProto one : read.getMetadataPropsList()) {
            properties.put(one.getKey(), one.getValue());
        }
        assertThat(properties).containsEntry("upswell.model", trained.record().id())
                .containsEntry("upswell.feature_set", "feature_set_v1").containsEntry("upswell.horizon_hours", "24")
                .containsEntry("upswell.data", trained.record().datasetHash()).containsKey("upswell.protocol");
        assertThat(properties.get("upswell.calibration")).startsWith(Calibration.class.getSimpleName());
        assertThat(read.getGraph().getInputList()).extracting(input -> input.getName())
                .containsExactlyElementsOf(HashtagFeatures.V1.names());
        assertThat(read.getGraph().getInput(0).getDocString()).endsWith(")");
    }

    @Test
    void aRuleIsNotWrittenAndTheReasonIsTold() {
        SurgeModel rule = SurgeModel.load(trained(SurgeKind.WEEK_GROWTH, HashtagFeatures.RECIPE).artefact());

        assertThatThrownBy(() -> rule.onnx(Map.of())).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "model (week-growth) must have learnt from training rows to be written as ONNX\nMaybe choose the boosted"
                        + " trees or the logistic regression.");
    }
}
