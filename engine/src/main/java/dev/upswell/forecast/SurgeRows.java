package dev.upswell.forecast;

import dev.upswell.feature.CutContext;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.PastReadings;
import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// Feature vectors and labels of a grid of cuts, each cut computed once and used by every training and every scoring.
final class SurgeRows {

    private final List<CutRows> cuts;
    private final LabelTable labels;
    private final HashtagBook book;

    private SurgeRows(List<CutRows> cuts, LabelTable labels, HashtagBook book) {
        this.cuts = cuts;
        this.labels = labels;
        this.book = book;
    }

    /// The rows of all labelled cuts in [from, to]; the labels must reach back further than `from` to know its past.
    static SurgeRows of(HashtagBook book, SurgeProtocol protocol, LabelTable labels, long from, long to) {
        List<CutRows> cuts = LabelTable.grid(from, to, protocol.step())
                .filter(cut -> labels.at(cut).isPresent()).parallel()
                .mapToObj(cut -> CutRows.of(book, protocol, labels, cut)).toList();
        return new SurgeRows(cuts, labels, book);
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
                filling.add(cut.rows()[candidate], known.surged(i), book.number(known.entities()[i]), cut.cut());
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

    /// The feature vectors of all hashtags that can be asked about at a cut: those with enough views then.
    ///
    /// Whether a hashtag will still be watched a day later is not known at the cut, so it plays no part here.
    ///
    /// @param entities book numbers, ascending
    /// @param levels views of each at the cut
    /// @param rows one vector each, in the order of the feature set
    record CutRows(long cut, int[] entities, long[] levels, float[][] rows) {

        static CutRows of(HashtagBook book, SurgeProtocol protocol, LabelTable labels, long cut) {
            CutContext context = labels.context(cut);
            List<HashtagFeatures.Subject> subjects = new ArrayList<>();
            int[] entities = new int[book.size()];
            long[] levels = new long[book.size()];
            for (int i = 0; i < book.size(); i++) {
                OptionalLong level = book.level(i, cut);
                if (level.isPresent() && level.getAsLong() >= protocol.minViews()) {
                    entities[subjects.size()] = i;
                    levels[subjects.size()] = level.getAsLong();
                    subjects.add(new HashtagFeatures.Subject(PastReadings.asOf(book.series(i), context.cut()),
                            labels.outcomes(i, cut)));
                }
            }
            return new CutRows(cut, Arrays.copyOf(entities, subjects.size()),
                    Arrays.copyOf(levels, subjects.size()), HashtagFeatures.at(context, subjects));
        }

        int size() {
            return entities.length;
        }

        /// All vectors, one after the other.
        float[] packed() {
            int width = HashtagFeatures.V1.size();
            float[] values = new float[rows.length * width];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, values, i * width, width);
            }
            return values;
        }
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
