package dev.upswell.forecast;

import dev.upswell.feature.FeatureRecipe;
import dev.upswell.foreign.ForeignModel;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LeastSquares;
import dev.upswell.learn.Scorer;
import dev.upswell.numeric.Odds;
import dev.upswell.onnx.OnnxGraph;
import dev.upswell.sequence.Blend;
import dev.upswell.sequence.SequenceModel;
import dev.upswell.sequence.SequenceRows;
import dev.upswell.sequence.SequenceScore;
import dev.upswell.timeline.StepHistory;
import java.time.Duration;
import java.util.Arrays;

/// A fitted rule or model before calibration.
sealed interface RawScore
        permits RawScore.Constant, RawScore.Column, RawScore.LogLinear, RawScore.Learned, RawScore.Sequence,
        RawScore.Ensemble, RawScore.Imported {

    /// From here on a growth counts by its logarithm.
    double SMALL_GROWTH = 0.005;

    /// One score in (0, 1) per row; the order of the rows by score is what the rule is about.
    double[] of(Asked asked);

    /// The scores, and how much each hangs on chance: the standard deviation of its log-odds, 0 where the model gives none.
    default Said ask(Asked asked) {
        return new Said(of(asked), new double[asked.rows().size()]);
    }

    /// Whether it learnt from training rows so much that they cannot calibrate it.
    default boolean learned() {
        return true;
    }

    /// Writes the computation of the score into a graph, one a row in double precision.
    ///
    /// **errors** `IllegalArgumentException` where it cannot be written down.
    default OnnxGraph.Value draw(Drawing on) {
        throw new IllegalArgumentException("model (" + on.kind().label()
                + ") must have learnt from training rows to be written as ONNX\nMaybe choose the boosted trees or the"
                + " logistic regression.");
    }

    /// A graph that is being written, and what it computes from.
    ///
    /// @param features one row of the feature set for each entity, in single precision
    /// @param histories makes the input for what led up to the cut
    record Drawing(SurgeKind kind, OnnxGraph graph, OnnxGraph.Value features, Histories histories) {
    }

    /// Makes the input for the last steps before a cut.
    interface Histories {

        /// @param step seconds
        /// @param shape how many steps of how many channels
        OnnxGraph.Value input(long step, int[] shape);
    }

    /// Scores with the spread of their log-odds.
    record Said(double[] scores, double[] spreads) {
    }

    /// Rows to be scored, labelled or not, and the book to look up what led up to each.
    record Asked(Dataset rows, EntityBook book) {

        /// The rows with the last steps before each cut, which only some models look at.
        ///
        /// @param step seconds
        SequenceRows sequences(long step) {
            int width = StepHistory.STEPS * StepHistory.CHANNELS.size();
            float[] histories = new float[rows.size() * width];
            for (int row = 0; row < rows.size(); row++) {
                book.history(rows.entities()[row], step).fill(rows.cuts()[row], histories, row * width);
            }
            return new SequenceRows(rows.size(), StepHistory.STEPS, StepHistory.CHANNELS.size(),
                    rows.columns().size(), histories, rows.values());
        }
    }

    /// The same score for all.
    record Constant(double share) implements RawScore {

        @Override
        public double[] of(Asked asked) {
            double[] all = new double[asked.rows().size()];
            Arrays.fill(all, share);
            return all;
        }

        @Override
        public boolean learned() {
            return false;
        }
    }

    /// The score of a log growth: nearly linear up to half a percent, logarithmic beyond, so that a line in its log-odds can
    /// calibrate it. One fixed curve keeps the order of growths from different trainings.
    static double ofGrowth(double growth) {
        double scaled = growth / SMALL_GROWTH;
        double inverseSinh = Math.copySign(Math.log(Math.abs(scaled) + Math.sqrt(scaled * scaled + 1)), scaled);
        return Odds.probability(inverseSinh);
    }

    /// One growth feature; a missing value counts as no growth.
    record Column(int column, int width) implements RawScore {

        @Override
        public double[] of(Asked asked) {
            double[] all = new double[asked.rows().size()];
            for (int row = 0; row < all.length; row++) {
                float value = asked.rows().values()[row * width + column];
                all[row] = ofGrowth(Float.isNaN(value) ? 0 : value);
            }
            return all;
        }

        @Override
        public boolean learned() {
            return false;
        }
    }

    /// The log growth to come as a linear function of log growth over the last 1, 2, 3 and 7 days.
    ///
    /// **source** Szabo and Huberman, Predicting the popularity of online content (2010), with several reference times after
    /// Pinto, Almeida and Gonçalves (2013).
    record LogLinear(LeastSquares fit) implements RawScore {

        /// The columns of past growth, which are the same for every horizon.
        static int[] columns(FeatureRecipe features) {
            return features.baselines(Duration.ofDays(1)).linear().stream().mapToInt(features.set()::indexOf).toArray();
        }

        @Override
        public double[] of(Asked asked) {
            return Arrays.stream(fit.values(asked.rows().values(), asked.rows().size())).map(RawScore::ofGrowth)
                    .toArray();
        }

        @Override
        public boolean learned() {
            return false;
        }
    }

    /// A trained classifier.
    record Learned(Scorer scorer) implements RawScore {

        @Override
        public double[] of(Asked asked) {
            return scorer.scores(asked.rows().values(), asked.rows().size());
        }

        @Override
        public OnnxGraph.Value draw(Drawing on) {
            return scorer.draw(on.graph(), on.features());
        }
    }

    /// A recurrent network.
    ///
    /// @param step how long each of its time steps is, in seconds
    record Sequence(SequenceModel model, long step) implements RawScore {

        @Override
        public double[] of(Asked asked) {
            return ask(asked).scores();
        }

        @Override
        public Said ask(Asked asked) {
            SequenceScore[] scores = model.scores(asked.sequences(step));
            return new Said(Arrays.stream(scores).mapToDouble(SequenceScore::probability).toArray(),
                    Arrays.stream(scores).mapToDouble(SequenceScore::spread).toArray());
        }

        @Override
        public OnnxGraph.Value draw(Drawing on) {
            return model.draw(on.graph(), on.histories().input(step, model.historyShape()), on.features());
        }
    }

    /// A model that was trained elsewhere.
    record Imported(ForeignModel model) implements RawScore {

        @Override
        public double[] of(Asked asked) {
            return model.scores(asked.rows().values());
        }
    }

    /// Trees and network together, each calibrated before they are blended.
    record Ensemble(Learned trees, Calibration ofTrees, Sequence sequence, Calibration ofSequence,
            Blend blend) implements RawScore {

        @Override
        public double[] of(Asked asked) {
            return ask(asked).scores();
        }

        @Override
        public Said ask(Asked asked) {
            double[] first = ofTrees.probabilities(trees.of(asked));
            Said second = sequence.ask(asked);
            double[] scores = new double[first.length];
            double[] spreads = new double[first.length];
            for (int i = 0; i < scores.length; i++) {
                double usual = second.scores()[i];
                double high = Odds.probability(Odds.of(usual) + second.spreads()[i]);
                scores[i] = blend.of(first[i], ofSequence.probability(usual));
                spreads[i] = Odds.of(blend.of(first[i], ofSequence.probability(high))) - Odds.of(scores[i]);
            }
            return new Said(scores, spreads);
        }

        @Override
        public OnnxGraph.Value draw(Drawing on) {
            OnnxGraph.Value first = ofTrees.draw(on.graph(), trees.draw(on));
            OnnxGraph.Value second = ofSequence.draw(on.graph(), sequence.draw(on));
            return blend.draw(on.graph(), first, second);
        }
    }
}
