package dev.upswell.sequence;

import java.util.Random;

/// Small labelled sequences whose truth is known: whether the last three steps rose above the three before, unless the
/// column of the instant vetoes it. Some steps are missing.
final class Waves {

    static final int STEPS = 12;
    static final SequenceSettings SMALL = new SequenceSettings(8, 4, 8, 0.1, 10, 8, 4, 64, 0.02, 0, 100_000, 0.2, 7);

    private Waves() {
    }

    static LabelledSequences of(int size, long seed, double missing) {
        Random random = new Random(seed);
        float[] history = new float[size * STEPS * 2];
        float[] instant = new float[size * 2];
        float[] labels = new float[size];
        float[] weights = new float[size];
        long[] cuts = new long[size];
        for (int i = 0; i < size; i++) {
            double rise = 0;
            for (int step = 0; step < STEPS; step++) {
                double value = random.nextGaussian();
                rise += step >= STEPS - 3 ? value : step >= STEPS - 6 ? -value : 0;
                int at = (i * STEPS + step) * 2;
                history[at] = random.nextDouble() < missing ? Float.NaN : (float) (5 + 3 * value);
                history[at + 1] = (float) random.nextGaussian();
            }
            boolean veto = random.nextDouble() < 0.2;
            instant[2 * i] = veto ? 100 : -100;
            instant[2 * i + 1] = random.nextBoolean() ? Float.NaN : (float) random.nextGaussian();
            labels[i] = rise > 1 && !veto ? 1 : 0;
            weights[i] = 1;
            cuts[i] = i / 20 * 86_400L;
        }
        return new LabelledSequences(new SequenceRows(size, STEPS, 2, 2, history, instant), labels, weights, cuts);
    }

    /// The share of pairs of a positive and another row in which the positive has the higher score.
    static double auc(SequenceScore[] scores, float[] labels) {
        double above = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (labels[i] > 0 && labels[j] == 0) {
                    int order = Double.compare(scores[i].probability(), scores[j].probability());
                    above += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return above / pairs;
    }
}
