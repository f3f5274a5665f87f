package dev.upswell.learn;

import dev.upswell.onnx.OnnxGraph;
import dev.upswell.onnx.XGBoostTrees;
import dev.upswell.shapley.TreeShares;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/// Gradient-boosted trees (XGBoost, histogram method) for a probability or for quantiles.
///
/// Same rows, settings and seed give the same bytes. Missing values go to the side that fits best.
///
/// **cost** proportional to rows × columns × rounds, two threads · **source** Chen and Guestrin, XGBoost: a scalable tree
/// boosting system (KDD 2016).
public final class BoostedTrees implements Scorer {

    private static final int THREADS = 2;

    /// Below this many rows one thread is faster: two spend their time waiting for each other at the end of every tree level.
    public static final int ROWS_WORTH_THREADS = 50_000;

    /// Rows are scored independently, so that threads wait only once.
    private static final int ROWS_WORTH_SCORING_THREADS = 5_000;

    private final Booster booster;
    private final FilledColumns columns;
    /// Worked out when shares are first asked for; null before.
    private @Nullable Optional<TreeShares> shares;

    private BoostedTrees(Booster booster, FilledColumns columns) {
        this.booster = booster;
        this.columns = columns;
    }

    /// What becomes of columns that are missing in every row.
    public enum EmptyColumns {
        /// They may be drawn for a tree, and then there is less to split it by.
        KEPT,
        /// They take no part, so that what is learnt does not hang on how many of them there are.
        LEFT_OUT
    }

    /// Columns of which it is known, before any row is looked at, which way the answer goes when they rise and nothing else changes.
    ///
    /// @param rising columns that never lower the answer
    /// @param falling columns that never raise it
    public record Directions(Set<String> rising, Set<String> falling) {

        /// Nothing is known of any column.
        public static final Directions NONE = new Directions(Set.of(), Set.of());

        public Directions {
            rising = Set.copyOf(rising);
            falling = Set.copyOf(falling);
            if (rising.stream().anyMatch(falling::contains)) {
                throw new IllegalArgumentException("columns (rising " + rising + ", falling " + falling
                        + ") must not have both directions\nMaybe a definition was turned round in one place only.");
            }
        }

        /// Whether nothing is known of any column.
        public boolean isEmpty() {
            return rising.isEmpty() && falling.isEmpty();
        }

        /// The directions of these columns in their order as XGBoost wants them: 1, 0 or −1.
        String constraints(List<String> columns) {
            return columns.stream()
                    .map(column -> rising.contains(column) ? "1" : falling.contains(column) ? "-1" : "0")
                    .collect(Collectors.joining(",", "(", ")"));
        }
    }

    /// Trees that estimate the probability of a positive label.
    public static BoostedTrees probability(Dataset rows, TreeSettings settings) {
        return probability(rows, settings, EmptyColumns.KEPT);
    }

    /// Trees that estimate the probability of a positive label.
    public static BoostedTrees probability(Dataset rows, TreeSettings settings, EmptyColumns empty) {
        return probability(rows, settings, empty, Directions.NONE);
    }

    /// Trees that estimate the probability of a positive label.
    ///
    /// @param known what the answer is held to where the settings say so
    public static BoostedTrees probability(Dataset rows, TreeSettings settings, EmptyColumns empty, Directions known) {
        Map<String, Object> parameters = settings.parameters();
        parameters.put("objective", "binary:logistic");
        double prevalence = Math.clamp((double) rows.positives() / rows.size(), 1e-6, 1 - 1e-6);
        parameters.put("base_score", prevalence);
        Directions held = settings.monotone() ? known : Directions.NONE;
        return train(RowSample.of(rows, settings), parameters, settings.rounds(), empty, held);
    }

    /// Trees that estimate these quantiles of the label; each row's scores come in the order of the levels.
    public static BoostedTrees quantiles(Dataset rows, TreeSettings settings, double... levels) {
        return quantiles(rows, settings, EmptyColumns.KEPT, levels);
    }

    /// Trees that estimate these quantiles of the label; each row's scores come in the order of the levels.
    ///
    /// **errors** `IllegalArgumentException` for monotone settings: leaves of quantiles are set after the trees have grown, which
    /// takes no account of directions.
    public static BoostedTrees quantiles(Dataset rows, TreeSettings settings, EmptyColumns empty, double... levels) {
        if (settings.monotone()) {
            throw new IllegalArgumentException("trees for quantiles (" + settings
                    + ") cannot be held to directions\nMaybe the settings for probabilities were taken.");
        }
        Map<String, Object> parameters = settings.parameters();
        parameters.put("objective", "reg:quantileerror");
        StringBuilder alphas = new StringBuilder("[");
        for (double level : levels) {
            alphas.append(alphas.length() > 1 ? "," : "").append(level);
        }
        parameters.put("quantile_alpha", alphas.append(']').toString());
        return train(RowSample.of(rows, settings), parameters, settings.rounds(), empty, Directions.NONE);
    }

    private static BoostedTrees train(RowSample sample, Map<String, Object> parameters, int rounds,
            EmptyColumns empty, Directions held) {
        FilledColumns filled = switch (empty) {
            case KEPT -> FilledColumns.all(sample.rows().columns().size());
            case LEFT_OUT -> FilledColumns.of(sample.rows());
        };
        Dataset rows = filled.narrow(sample.rows());
        if (!held.isEmpty()) {
            parameters.put("monotone_constraints", held.constraints(rows.columns()));
        }
        try {
            DMatrix matrix = new DMatrix(rows.values(), rows.size(), rows.columns().size(), Float.NaN);
            try {
                matrix.setLabel(rows.labels());
                matrix.setWeight(sample.weights());
                parameters.put("nthread", rows.size() < ROWS_WORTH_THREADS ? 1 : THREADS);
                Booster booster = XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
                return new BoostedTrees(booster, filled);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("boosted trees could not be grown from " + rows.size()
                    + " rows: " + e.getMessage() + "\nMaybe a label is not finite.", e);
        }
    }

    /// The trees that [#bytes] wrote.
    ///
    /// **errors** `IllegalArgumentException` when the bytes are not a model.
    public static BoostedTrees load(byte[] bytes) {
        try {
            FilledColumns.Stored stored = FilledColumns.load(bytes);
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(stored.model()));
            FilledColumns columns = stored.columns();
            return new BoostedTrees(booster,
                    columns == null ? FilledColumns.all((int) booster.getNumFeature()) : columns);
        } catch (XGBoostError | IOException e) {
            throw new IllegalArgumentException("model bytes (" + bytes.length + ") must be XGBoost trees: "
                    + e.getMessage() + "\nMaybe the artefact is cut short.", e);
        }
    }

    /// The model in XGBoost's binary JSON form, behind the list of its columns where some were missing in every row.
    public byte[] bytes() {
        return columns.store(file());
    }

    @Override
    public double[] scores(float[] values, int rows) {
        float[][] outputs = predict(values, rows);
        double[] scores = new double[rows];
        for (int i = 0; i < rows; i++) {
            scores[i] = outputs[i][0];
        }
        return scores;
    }

    /// All outputs of each row: one probability, or one value per quantile.
    public float[][] predict(float[] values, int rows) {
        return ask(values, rows, narrow -> booster.inplace_predict(narrow, rows, columns.used().length, Float.NaN));
    }

    /// SHAP contributions of each row to the log-odds: one per column, and the base value last.
    ///
    /// They sum to the log-odds of the row's score, and are those of the library but for rounding; the library itself is asked
    /// about quantiles, and about trees that are too deep for tables · **cost** a twentieth of the library's · **source** Lundberg et al., From local
    /// explanations to global understanding with explainable AI for trees (2020).
    @Override
    public float[][] contributions(float[] values, int rows) {
        return shares().map(known -> known.of(values, rows)).orElseGet(() -> libraryContributions(values, rows));
    }

    /// The same as the library works them out.
    float[][] libraryContributions(float[] values, int rows) {
        return columns.widen(ask(values, rows, narrow -> {
            DMatrix matrix = new DMatrix(narrow, rows, columns.used().length, Float.NaN);
            try {
                return booster.predictContrib(matrix, 0);
            } finally {
                matrix.dispose();
            }
        }));
    }

    private Optional<TreeShares> shares() {
        synchronized (booster) {
            Optional<TreeShares> known = shares;
            if (known == null) {
                byte[] file = file();
                known = XGBoostTrees.isLogistic(file)
                        ? TreeShares.of(XGBoostTrees.logistic(file, columns.used()), columns.width())
                        : Optional.empty();
                shares = known;
            }
            return known;
        }
    }

    private byte[] file() {
        try {
            return booster.toByteArray("ubj");
        } catch (XGBoostError e) {
            throw new IllegalStateException("trees could not be written: " + e.getMessage(), e);
        }
    }

    /// What the splits by each column gained in all trees together; 0 for a column by which no tree splits.
    public double[] gains() {
        double[] gains = new double[columns.width()];
        try {
            booster.getScore("", "total_gain").forEach(
                    (name, gain) -> gains[columns.used()[Integer.parseInt(name.substring(1))]] = gain);
        } catch (XGBoostError e) {
            throw new IllegalStateException("gains of trees could not be read: " + e.getMessage(), e);
        }
        return gains;
    }

    /// **errors** `IllegalArgumentException` for trees that estimate quantiles.
    @Override
    public OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value features) {
        OnnxGraph.Value sums = XGBoostTrees.logistic(file(), columns.used()).draw(graph, features);
        return graph.precise(graph.apply("Sigmoid", sums));
    }

    private float[][] ask(float[] values, int rows, Question question) {
        if (rows == 0) {
            return new float[0][];
        }
        try {
            float[] narrow = columns.narrow(values, rows);
            synchronized (booster) { // the lock that the library takes as well: nobody may change the threads of a running one
                booster.setParam("nthread", rows < ROWS_WORTH_SCORING_THREADS ? 1 : THREADS);
                return question.of(narrow);
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("boosted trees could not score " + rows + " rows: " + e.getMessage()
                    + "\nMaybe the rows have another feature set.", e);
        }
    }

    private interface Question {
        float[][] of(float[] narrow) throws XGBoostError;
    }
}
