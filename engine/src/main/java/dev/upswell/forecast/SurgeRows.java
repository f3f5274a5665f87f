package dev.upswell.forecast;

import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.PastReadings;
import dev.upswell.learn.Dataset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Feature vectors and labels of a grid of cuts, each cut computed once and used by every training and every scoring.
final class SurgeRows {

    /// So many entities tell what features cost.
    private static final int MEASURED = 300;

    private final FeatureRecipe recipe;
    private final List<CutRows> cuts;
    private final LabelTable labels;
    private final EntityBook book;

    private SurgeRows(FeatureRecipe recipe, List<CutRows> cuts, LabelTable labels, EntityBook book) {
        this.recipe = recipe;
        this.cuts = cuts;
        this.labels = labels;
        this.book = book;
    }

    /// The rows of all labelled cuts in [from, to]; the labels must reach back further than `from` to know its past.
    static SurgeRows of(EntityBook book, FeatureRecipe recipe, LabelTable labels, long from, long to) {
        List<CutRows> cuts = LabelTable.grid(from, to, book.protocol().step())
                .filter(cut -> labels.at(cut).isPresent()).parallel()
                .mapToObj(cut -> CutRows.of(book, recipe, labels, cut)).toList();
        return new SurgeRows(recipe, cuts, labels, book);
    }

    LabelTable labels() {
        return labels;
    }

    /// The labelled rows of all cuts: those of eligible entities.
    Dataset labelled() {
        int size = cuts.stream().mapToInt(cut -> labels.at(cut.cut()).orElseThrow().size()).sum();
        Filling filling = new Filling(size, recipe.set().names());
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

    /// What came of every labelled row, in the order of [#labelled].
    Outcomes outcomes() {
        List<CutLabels> known = cuts.stream().map(cut -> labels.at(cut.cut()).orElseThrow()).toList();
        return new Outcomes(joined(known.stream().map(CutLabels::growths).toList()),
                known.stream().flatMapToLong(cut -> LongStream.generate(cut::knownAt).limit(cut.size())).toArray());
    }

    /// Labelled rows with what came of them.
    ///
    /// @param leftOut how many others there are from the second on that was asked for
    record Learnable(Dataset rows, Outcomes outcomes, int leftOut) {
    }

    /// The labelled rows that may be learnt from.
    ///
    /// @param from epoch seconds from which others are counted
    Learnable learnable(TrainSettings.LeftOut others, long from) {
        Dataset all = labelled();
        if (others.equals(TrainSettings.LeftOut.NONE)) {
            return new Learnable(all, outcomes(), 0);
        }
        int[] kept = kept(others);
        Outcomes outcomes = outcomes();
        float[] growths = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            growths[i] = outcomes.growths()[kept[i]];
        }
        long[] knownAt = Arrays.stream(kept).mapToLong(row -> outcomes.knownAt()[row]).toArray();
        Dataset rows = all.rows(kept);
        int counted = all.size() - all.firstAt(from) - (rows.size() - rows.firstAt(from));
        return new Learnable(rows, new Outcomes(growths, knownAt), counted);
    }

    private int[] kept(TrainSettings.LeftOut others) {
        IntStream.Builder kept = IntStream.builder();
        int row = 0;
        for (CutRows cut : cuts) {
            Instant at = Instant.ofEpochSecond(cut.cut());
            for (int entity : labels.at(cut.cut()).orElseThrow().entities()) {
                if (!others.rows().test(book.entity(entity), at)) {
                    kept.add(row);
                }
                row++;
            }
        }
        return kept.build().toArray();
    }

    /// What came of rows.
    ///
    /// @param growths log growth of each
    /// @param knownAt when each was known, in epoch seconds
    record Outcomes(float[] growths, long[] knownAt) {
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

    /// The feature vectors of all entities that can be asked about at a cut: those whose level is high enough then.
    ///
    /// Whether an entity will still be watched a horizon later is not known at the cut, so it plays no part here.
    ///
    /// @param entities book numbers, ascending
    /// @param levels the target counter of each at the cut
    /// @param rows one vector each, in the order of the feature set
    record CutRows(long cut, int[] entities, long[] levels, float[][] rows) {

        static CutRows of(EntityBook book, FeatureRecipe recipe, LabelTable labels, long cut) {
            int[] entities = IntStream.range(0, book.size()).parallel().filter(i -> book.asked(i, cut)).toArray();
            long[] levels = Arrays.stream(entities).parallel().mapToLong(i -> book.level(i, cut).orElseThrow())
                    .toArray();
            float[][] rows = new float[entities.length][];
            int[] bands = Arrays.stream(entities).map(i -> book.band(i, cut)).toArray();
            Arrays.stream(bands).distinct().forEach(band -> {
                int[] places = IntStream.range(0, entities.length).filter(at -> bands[at] == band).toArray();
                float[][] part = recipe.at(labels.context(cut, band), Arrays.stream(places)
                        .mapToObj(at -> subject(book, labels, entities[at], cut)).toList());
                for (int i = 0; i < places.length; i++) {
                    rows[places[i]] = part[i];
                }
            });
            return new CutRows(cut, entities, levels, rows);
        }

        /// What each feature costs, see [FeatureRecipe#costs], measured on the entities of one band; empty when nobody is asked about.
        static Optional<double[]> costs(EntityBook book, FeatureRecipe recipe, LabelTable labels, long cut,
                LongSupplier nanoTime) {
            int[] asked = IntStream.range(0, book.size()).filter(i -> book.asked(i, cut)).toArray();
            if (asked.length == 0) {
                return Optional.empty();
            }
            int band = book.band(asked[0], cut);
            List<FeatureRecipe.Subject> subjects = Arrays.stream(asked).filter(i -> book.band(i, cut) == band)
                    .limit(MEASURED).mapToObj(i -> subject(book, labels, i, cut)).toList();
            recipe.costs(labels.context(cut, band), subjects, nanoTime);
            return Optional.of(recipe.costs(labels.context(cut, band), subjects, nanoTime));
        }

        private static FeatureRecipe.Subject subject(EntityBook book, LabelTable labels, int entity, long cut) {
            Instant at = Instant.ofEpochSecond(cut);
            return new FeatureRecipe.Subject(PastReadings.asOf(book.series(entity), at), labels.outcomes(entity, cut),
                    book.companions(entity, at));
        }

        int size() {
            return entities.length;
        }

        /// These rows, whose outcome is not known yet.
        RawScore.Asked asked(EntityBook book, FeatureRecipe recipe) {
            Filling filling = new Filling(rows.length, recipe.set().names());
            for (int i = 0; i < rows.length; i++) {
                filling.add(rows[i], false, book.number(entities[i]), cut);
            }
            return new RawScore.Asked(filling.dataset(), book);
        }
    }

    private static final class Filling {

        private final float[] values;
        private final float[] labels;
        private final int[] entities;
        private final long[] cuts;
        private final List<String> columns;
        private final int width;
        private int size;

        Filling(int rows, List<String> columns) {
            this.columns = columns;
            width = columns.size();
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
            return new Dataset(columns, values, labels, entities, cuts);
        }
    }
}
