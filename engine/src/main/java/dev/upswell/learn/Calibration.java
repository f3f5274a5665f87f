package dev.upswell.learn;

import dev.upswell.numeric.Odds;
import dev.upswell.onnx.OnnxGraph;

/// Turns scores into probabilities that come true as often as they say, without changing their order.
///
/// The log-odds of the probability are `a · ln s − b · ln(1 − s) + c` (beta scaling); with `a = b` this is Platt scaling of
/// the score's log-odds. Never isotonic regression: its steps tie scores, and ties cost average precision.
///
/// **range** `a ≥ 0`, `b ≥ 0`, `a + b > 0`, so a higher score never gets a lower probability · **source** Kull, Silva Filho
/// and Flach, Beta calibration (AISTATS 2017); Platt (1999).
public record Calibration(double a, double b, double c) {

    /// Leaves the scores as they are.
    public static final Calibration IDENTITY = new Calibration(1, 1, 0);

    /// The families of curves.
    public enum Kind {
        /// A line in the log-odds: two parameters.
        PLATT,
        /// Different slopes at both ends: three parameters.
        BETA
    }

    public Calibration {
        if (!(a >= 0 && b >= 0 && a + b > 0)) {
            throw new IllegalArgumentException("calibration (" + a + ", " + b + ", " + c
                    + ") must rise with the score\nMaybe the scores point the wrong way.");
        }
    }

    /// The curve of this kind that fits the labels best.
    ///
    /// @param weights how often each pair counts
    public static Calibration fit(Kind kind, double[] scores, float[] labels, double[] weights) {
        return new CalibrationFit(scores, labels).fit(kind, weights);
    }

    /// The probability for a score in [0, 1].
    public double probability(double score) {
        return Odds.probability(logOdds(Ends.of(score)));
    }

    /// The log-odds of the probability for a score that lies so far from both ends.
    double logOdds(Ends score) {
        return a * score.low - b * score.high + c;
    }

    /// How far a score lies from 0 and from 1: what every curve asks of it.
    ///
    /// @param low the logarithm of the score
    /// @param high the logarithm of what is left to 1
    record Ends(double low, double high) {

        static Ends of(double score) {
            double inside = Odds.clamp(score);
            return new Ends(Math.log(inside), Math.log1p(-inside));
        }
    }

    /// The probabilities for these scores.
    public double[] probabilities(double[] scores) {
        double[] all = new double[scores.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = probability(scores[i]);
        }
        return all;
    }

    /// Writes the curve into a graph.
    ///
    /// @param scores in double precision
    /// @return the probabilities, in double precision
    public OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value scores) {
        OnnxGraph.Value inside = graph.apply("Clip", scores, graph.constant(new double[]{Odds.EDGE}),
                graph.constant(new double[]{1 - Odds.EDGE}));
        OnnxGraph.Value rising = graph.apply("Mul", graph.apply("Log", inside), graph.number(a));
        OnnxGraph.Value falling = graph.apply("Mul",
                graph.apply("Log", graph.apply("Sub", graph.number(1), inside)), graph.number(b));
        return graph.apply("Sigmoid", graph.apply("Add", graph.apply("Sub", rising, falling), graph.number(c)));
    }
}
