package dev.upswell.forecast;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.Dataset;
import java.util.List;

/// Feature vectors and labels of a grid of cuts, each cut computed once and used by every training and every scoring.
final class SurgeRows {

    private final List<CutRows> cuts;
    private final LabelTable labels;

    private SurgeRows(List<CutRows> cuts, LabelTable labels) {
        this.cuts = cuts;
        this.labels = labels;
    }

    /// The rows of all labelled cuts in [from, to]; the labels must reach back further than `from` to know its past.
    static SurgeRows of(HashtagBook book, SurgeProtocol protocol, LabelTable labels, long from, long to) {
        List<CutRows> cuts = LabelTable.grid(from, to, protocol.step())
                .filter(cut -> labels.at(cut).isPresent()).parallel()
                .mapToObj(cut -> CutRows.of(book, protocol, labels, cut)).toList();
        return new SurgeRows(cuts, labels);
    }

    LabelTable labels() {
        return labels;
    }

    /// The labelled rows of all cuts: those of eligible hashtags.
    Dataset labelled() {
        int size = cuts.stream().mapToInt(cut -> labels.at(cut.cut()).orElseThrow().size()).sum();
        Filling filling = new Filling(size, HashtagFeatures.V1.size());
        for (CutRows cut : cuts) {
            CutLabels known = labels.at(cut.cut()).orElseThrow();
            int candidate = 0;
            for (int i = 0; i < known.size(); i++) {
                while (cut.entities()[candidate] != known.entities()[i]) {
                    candidate++;
                }
                filling.add(cut.rows()[candidate], known.surged(i), known.entities()[i], cut.cut());
            }
        }
        return filling.dataset();
    }

    /// The growth of every labelled row, in the order of [#labelled].
    float[] growths() {
        return joined(cuts.stream().map(cut -> labels.at(cut.cut()).orElseThrow().growths()).toList());
    }

    private static float[] joined(List<double[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            for (double value : part) {
                all[at++] = (float) value;
            }
        }
        return all;
    }

    private static final class Filling {

        private final float[] values;
        private final float[] labels;
        private final int[] entities;
        private final long[] cuts;
        private final int width;
        private int size;

        Filling(int rows, int width) {
            this.width = width;
            values = new float[rows * width];
            labels = new float[rows];
            entities = new int[rows];
            cuts = new long[rows];
        }

        void add(float[] row, boolean positive, int entity, long cut) {
            System.arraycopy(row, 0, values, size * width, width);
            labels[size] = positive ? 1 : 0;
            entities[size] = entity;
            cuts[size++] = cut;
        }

        Dataset dataset() {
            return new Dataset(HashtagFeatures.V1.names(), values, labels, entities, cuts);
        }
    }
}
