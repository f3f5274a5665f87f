package dev.upswell.sequence;

import dev.upswell.numeric.Cholesky;
import dev.upswell.numeric.Odds;
import dev.upswell.onnx.OnnxGraph;

/// How the probabilities of two models become one.
public sealed interface Blend permits Blend.Weighted, Blend.Stacked {

    /// The probability of a row to which the models give these.
    double of(double first, double second);

    /// Writes the blend of two columns of probabilities in double precision into a graph.
    OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value first, OnnxGraph.Value second);

    /// The probability of each row.
    default double[] of(double[] first, double[] second) {
        double[] all = new double[first.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = of(first[i], second[i]);
        }
        return all;
    }

    /// A mean with fixed weights.
    ///
    /// @param first the weight of the first model, in (0, 1); the second has the rest
    record Weighted(double first) implements Blend {

        /// Six parts of the first, four of the second.
        public static final Weighted USUAL = new Weighted(0.6);

        public Weighted {
            if (!(first > 0 && first < 1)) {
                throw new IllegalArgumentException(
                        "weight (" + first + ") must lie between 0 and 1\nMaybe use one model alone.");
            }
        }

        @Override
        public double of(double one, double other) {
            return first * one + (1 - first) * other;
        }

        @Override
        public OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value one, OnnxGraph.Value other) {
            return graph.apply("Add", graph.apply("Mul", one, graph.number(first)),
                    graph.apply("Mul", other, graph.number(1 - first)));
        }
    }

    /// A logistic regression on the log-odds of both.
    ///
    /// **source** Wolpert, Stacked generalization (1992).
    ///
    /// @param first slope of the first model's log-odds, at least 0: no model counts against itself
    /// @param second slope of the second model's
    record Stacked(double first, double second, double shift) implements Blend {

        private static final int STEPS = 25;
        private static final double RIDGE = 1e-3;

        public Stacked {
            if (!(first >= 0 && second >= 0 && first + second > 0) || !Double.isFinite(shift)) {
                throw new IllegalArgumentException("stacking (" + first + ", " + second + ", " + shift
                        + ") must rise with both models\nMaybe the scores point the wrong way.");
            }
        }

        @Override
        public double of(double one, double other) {
            return Odds.probability(first * Odds.of(one) + second * Odds.of(other) + shift);
        }

        @Override
        public OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value one, OnnxGraph.Value other) {
            OnnxGraph.Value sum = graph.apply("Add", times(graph, one, first), times(graph, other, second));
            return graph.apply("Sigmoid", graph.apply("Add", sum, graph.number(shift)));
        }

        private static OnnxGraph.Value times(OnnxGraph graph, OnnxGraph.Value probability, double slope) {
            OnnxGraph.Value inside = graph.apply("Clip", probability, graph.constant(new double[]{Odds.EDGE}),
                    graph.constant(new double[]{1 - Odds.EDGE}));
            OnnxGraph.Value odds = graph.apply("Div", inside, graph.apply("Sub", graph.number(1), inside));
            return graph.apply("Mul", graph.apply("Log", odds), graph.number(slope));
        }

        /// The slopes that fit these labels best; where one would fall below 0 it is 0.
        public static Stacked fit(double[] first, double[] second, float[] labels) {
            double[] both = solve(first, second, labels, true, true);
            if (both[0] >= 0 && both[1] >= 0 && both[0] + both[1] > 0) {
                return new Stacked(both[0], both[1], both[2]);
            }
            double[] one = solve(first, second, labels, both[1] < 0, both[1] >= 0);
            return one[0] + one[1] > 0 ? new Stacked(one[0], one[1], one[2]) : new Stacked(0.5, 0.5, 0);
        }

        private static double[] solve(double[] first, double[] second, float[] labels, boolean useFirst,
                boolean useSecond) {
            double[] at = {useFirst ? 0.5 : 0, useSecond ? 0.5 : 0, 0};
            for (int step = 0; step < STEPS; step++) {
                double[] gradient = new double[3];
                double[][] curvature = new double[3][3];
                for (int i = 0; i < labels.length; i++) {
                    double[] inputs = {useFirst ? Odds.of(first[i]) : 0, useSecond ? Odds.of(second[i]) : 0, 1};
                    double p = Odds.probability(at[0] * inputs[0] + at[1] * inputs[1] + at[2]);
                    for (int j = 0; j < 3; j++) {
                        gradient[j] += (labels[i] - p) * inputs[j];
                        for (int k = 0; k <= j; k++) {
                            curvature[j][k] += p * (1 - p) * inputs[j] * inputs[k];
                        }
                    }
                }
                for (int j = 0; j < 3; j++) {
                    curvature[j][j] += RIDGE;
                }
                double[] change = Cholesky.solve(curvature, gradient);
                for (int j = 0; j < 3; j++) {
                    at[j] += Math.clamp(change[j], -2, 2);
                }
            }
            return at;
        }
    }
}
