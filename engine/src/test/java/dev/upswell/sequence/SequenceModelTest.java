package dev.upswell.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SequenceModelTest {

    private static final LabelledSequences WAVES = Waves.of(2000, 1, 0.05);
    private static final SequenceModel MODEL = SequenceModel.train(WAVES, Waves.SMALL);

    private final LabelledSequences others = Waves.of(500, 2, 0.05);

    @Test
    void findsWhatOnlyTheOrderOfTheStepsTells() {
        assertThat(Waves.auc(MODEL.scores(others.rows()), others.labels())).isGreaterThan(0.9);
    }

    @Test
    void sameRowsAndSeedGiveTheSameBytes() {
        assertThat(SequenceModel.train(WAVES, Waves.SMALL).bytes()).isEqualTo(MODEL.bytes());
        assertThat(SequenceModel.train(WAVES, Waves.SMALL.seed(8)).bytes()).isNotEqualTo(MODEL.bytes());
    }

    @Test
    void loadedModelScoresTheSameAndWritesTheSameBytes() {
        SequenceModel loaded = SequenceModel.load(MODEL.bytes());

        assertThat(loaded.scores(others.rows())).containsExactly(MODEL.scores(others.rows()));
        assertThat(loaded.bytes()).isEqualTo(MODEL.bytes());
    }

    @Test
    void scoreOfARowDoesNotHangOnItsNeighbours() {
        SequenceRows all = others.rows();
        SequenceRows alone = new SequenceRows(1, all.steps(), all.channels(), all.columns(),
                Arrays.copyOfRange(all.history(), all.historyAt(7), all.historyAt(8)),
                Arrays.copyOfRange(all.instant(), all.instantAt(7), all.instantAt(8)));

        assertThat(MODEL.scores(alone)[0]).isEqualTo(MODEL.scores(all)[7]);
    }

    @Test
    void passesDisagreeOnlyWhereUnitsAreLeftOut() {
        SequenceSettings whole = new SequenceSettings(8, 4, 8, 0, 10, 1, 4, 64, 0.02, 0, 100_000, 0.2, 7);

        assertThat(MODEL.scores(others.rows())).allMatch(score -> score.spread() > 0);
        assertThat(SequenceModel.train(WAVES, whole).scores(others.rows())).allMatch(score -> score.spread() < 1e-3);
    }

    /// What PyTorch trained is what Java computes.
    @Test
    void plainJavaComputesTheLossThatPyTorchFound() {
        int border = WAVES.before(Waves.SMALL.validationShare());
        Inputs.Scalings scalings = new Inputs.Scalings(Scaling.of(WAVES.rows().history(), 2, 0.001),
                Scaling.of(WAVES.rows().instant(), 2, 0.01));
        Inputs inputs = new Inputs(WAVES, scalings);
        GruTraining.Learned learned = PyTorch.run(engine -> new GruTraining(engine, Waves.SMALL, inputs).learn(border));

        GruNetwork network = new GruNetwork(learned.weights());
        Dropped nothing = network.passes(1, 0, 1)[0];
        double loss = 0;
        for (int row = border; row < WAVES.rows().size(); row++) {
            int[] one = {row};
            double logOdds = network.logOdds(network.read(inputs.history(one), Waves.STEPS, inputs.instant(one)),
                    nothing);
            loss += Math.log1p(Math.exp(-Math.abs(logOdds))) + Math.max(logOdds, 0) - logOdds * WAVES.labels()[row];
        }

        assertThat(learned.epochs()).isGreaterThan(1);
        assertThat(loss / (WAVES.rows().size() - border)).isCloseTo(learned.loss(), within(1e-5));
    }

    @Test
    void rowsOfAnotherShapeAreRefused() {
        SequenceRows wide = new SequenceRows(1, Waves.STEPS, 3, 2, new float[Waves.STEPS * 3], new float[2]);

        assertThatThrownBy(() -> MODEL.scores(wide)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sequence rows (12 steps, 3 channels, 2 columns) must be 12, 2, 2");
    }

    @Test
    void bytesThatAreNoModelAreRefused() {
        byte[] bytes = MODEL.bytes();
        byte[] newer = bytes.clone();
        newer[4] = 9;

        assertThatThrownBy(() -> SequenceModel.load(new byte[]{1, 2, 3, 4, 5, 6}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sequence model (1020304");
        assertThatThrownBy(() -> SequenceModel.load(newer)).hasMessageContaining("version 9) must be");
        for (int at = 5; at + 4 <= bytes.length && at < 250; at++) {
            byte[] damaged = bytes.clone();
            ByteBuffer.wrap(damaged).putInt(at, 0x7FFFFFFF);
            scoreOrRefuse(damaged);
        }
        for (int length = 0; length < bytes.length; length += 97) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SequenceModel.load(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// What loads can be asked: damage shows when a model is loaded, not when somebody wants a score.
    private void scoreOrRefuse(byte[] damaged) {
        try {
            assertThat(SequenceModel.load(damaged).scores(others.rows())).hasSize(500);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("must be");
        }
    }
}
