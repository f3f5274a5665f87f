package dev.upswell.pattern;

import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.pattern.BucketAnalysis.ModelFigures;
import dev.upswell.wide.ElasticNet;
import dev.upswell.wide.Folds;
import dev.upswell.wide.KMeans;
import dev.upswell.wide.LeastSquares;
import dev.upswell.wide.RegressionForest;
import dev.upswell.wide.WideRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// How well each model foretells videos of creators that it was not trained on.
///
/// From 50 videos on five parts, from 30 on three, below that 100 draws of creators, each judged on those not drawn.
final class ModelJudging {

    private static final int DRAWS = 100;

    /// Rows to train on and rows to judge on.
    private record Trial(int[] training, int[] judged) {
    }

    /// A trained model.
    private interface Foreteller {
        double[] values(WideRows rows);
    }

    private ModelJudging() {
    }

    /// Figures of the four models, and of plain least squares for comparison: what a fit of all columns at once is worth.
    static List<ModelFigures> of(WideRows rows, long seed) {
        List<Trial> trials = trials(rows, seed);
        return List.of(
                judged("random forest", rows, trials,
                        training -> RegressionForest.of(training, Voting.TREES, Voting.FOREST, seed)::values),
                judged("decision tree", rows, trials,
                        training -> RegressionForest.tree(training, Voting.TREE, seed)::values),
                judged("elastic net", rows, trials, training -> ElasticNet.of(training)::values),
                new ModelFigures("k-means", null, null, KMeans.of(rows, Voting.CLUSTERS, seed).silhouette(rows)),
                judged(ModelFigures.COMPARISON, rows, trials, training -> LeastSquares.of(training)::values));
    }

    private static List<Trial> trials(WideRows rows, long seed) {
        List<Trial> trials = new ArrayList<>();
        if (rows.size() >= 30) {
            int parts = rows.size() >= 50 ? 5 : 3;
            int[] dealt = Folds.deal(rows.owners(), parts, seed);
            for (int part = 0; part < parts; part++) {
                trials.add(new Trial(Folds.rows(dealt, part, false), Folds.rows(dealt, part, true)));
            }
        } else {
            EntityBootstrap bootstrap = EntityBootstrap.of(rows.owners(), seed);
            for (int draw = 0; draw < DRAWS; draw++) {
                int[] counts = bootstrap.draws(draw);
                trials.add(new Trial(
                        IntStream.range(0, rows.size())
                                .flatMap(row -> IntStream.generate(() -> row).limit(counts[rows.owners()[row]]))
                                .toArray(),
                        IntStream.range(0, rows.size()).filter(row -> counts[rows.owners()[row]] == 0).toArray()));
            }
        }
        return trials.stream().filter(trial -> trial.training.length > 0 && trial.judged.length > 0).toList();
    }

    private static ModelFigures judged(String name, WideRows rows, List<Trial> trials,
            Function<WideRows, Foreteller> trainer) {
        double[] sums = new double[rows.size()];
        double[] plain = new double[rows.size()];
        int[] counts = new int[rows.size()];
        for (Trial trial : trials) {
            WideRows training = rows.take(trial.training);
            double[] foretold = trainer.apply(training).values(rows.take(trial.judged));
            double mean = Arrays.stream(training.labels()).average().orElse(0);
            for (int i = 0; i < foretold.length; i++) {
                sums[trial.judged[i]] += foretold[i];
                plain[trial.judged[i]] += mean;
                counts[trial.judged[i]]++;
            }
        }
        double wrong = 0;
        double wrongPlain = 0;
        double mass = 0;
        for (int row = 0; row < sums.length; row++) {
            if (counts[row] > 0) {
                double weight = rows.weights()[row];
                double off = rows.labels()[row] - sums[row] / counts[row];
                double offPlain = rows.labels()[row] - plain[row] / counts[row];
                wrong += weight * off * off;
                wrongPlain += weight * offPlain * offPlain;
                mass += weight;
            }
        }
        return mass == 0 || wrongPlain == 0
                ? new ModelFigures(name, null, null, null)
                : new ModelFigures(name, 1 - wrong / wrongPlain, Math.sqrt(wrong / mass), null);
    }
}
