package dev.upswell.sequence;

/// Training rows as a network sees them, scaled when they are asked for: scaled copies of all would double the memory.
record Inputs(LabelledSequences sequences, Scalings scalings) {

    /// How the numbers of the time steps and those of the instant are scaled.
    record Scalings(Scaling history, Scaling instant) {
    }

    int size() {
        return sequences.rows().size();
    }

    int steps() {
        return sequences.rows().steps();
    }

    float[] labels(int[] rows) {
        return picked(sequences.labels(), rows);
    }

    float[] weights(int[] rows) {
        return picked(sequences.weights(), rows);
    }

    private static float[] picked(float[] values, int[] rows) {
        float[] picked = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    float[] history(int[] rows) {
        int width = scalings.history().inputs() * steps();
        float[] all = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            fillHistory(sequences.rows(), scalings.history(), rows[i], all, i * width);
        }
        return all;
    }

    static void fillHistory(SequenceRows rows, Scaling scaling, int row, float[] all, int to) {
        for (int step = 0; step < rows.steps(); step++) {
            scaling.fill(rows.history(), rows.historyAt(row) + step * rows.channels(), all,
                    to + step * scaling.inputs());
        }
    }

    float[] instant(int[] rows) {
        int width = scalings.instant().inputs();
        float[] all = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            scalings.instant().fill(sequences.rows().instant(), sequences.rows().instantAt(rows[i]), all, i * width);
        }
        return all;
    }
}
