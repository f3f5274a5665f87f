package dev.upswell.learn;

import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.numeric.Quantiles;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How well probabilities foretold labels, with intervals that draw whole entities.
///
/// @param prevalence share of positives: what PR-AUC is to be compared with
/// @param calibrationSlope slope of the labels' log-odds on those of the probabilities; 1 is right, below 1 overconfident,
///     below 0 upside down; null when all probabilities are equal
/// @param bins 15 points of the reliability plot
public record Evaluation(int cuts, int pairs, int positives, double prevalence, Map<Figure, Estimate> estimates,
        @Nullable Estimate calibrationSlope, List<ReliabilityBin> bins) {

    static final int BINS = 15;
    private static final int TOP = 10;
    private static final int LONG_LIST = 50;

    public Evaluation {
        estimates = Collections.unmodifiableMap(new TreeMap<>(estimates));
        bins = List.copyOf(bins);
    }

    /// The value of one figure.
    public double value(Figure figure) {
        return estimate(figure).value();
    }

    /// One figure with its interval.
    public Estimate estimate(Figure figure) {
        Estimate estimate = estimates.get(figure);
        if (estimate == null) {
            throw new IllegalStateException("figure (" + figure + ") must have been measured\nMaybe it is new.");
        }
        return estimate;
    }

    /// All figures of these pairs; empty when they are not of both classes, because no ranking can then be judged.
    ///
    /// **cost** O(n log n) + samples × O(n), on all cores.
    public static Optional<Evaluation> of(ScoredPairs pairs, int samples, long seed) {
        PooledRanking pooled = new PooledRanking(pairs);
        CutRanking byCut = new CutRanking(pairs);
        EntityBootstrap bootstrap = EntityBootstrap.of(pairs.entities(), seed);
        int[] once = new int[bootstrap.numbers()];
        Arrays.fill(once, 1);
        PooledRanking.Groups plain = pooled.weighed(once);
        if (!plain.bothClasses()) {
            return Optional.empty();
        }
        double[] point = figures(plain, byCut, once);
        double[][] drawn = IntStream.range(0, samples).parallel().mapToObj(bootstrap::draws)
                .map(weights -> figures(pooled.weighed(weights), byCut, weights)).filter(one -> !Double.isNaN(one[0]))
                .toArray(double[][]::new);
        Map<Figure, Estimate> estimates = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            double value = point[figure.ordinal()];
            estimates.put(figure, new Estimate(value, interval(drawn, figure, value)));
        }
        return Optional.of(new Evaluation(byCut.cuts(), pairs.size(), pairs.positives(), plain.prevalence(), estimates,
                slope(pairs, bootstrap, samples), plain.bins(BINS)));
    }

    private static @Nullable Estimate slope(ScoredPairs pairs, EntityBootstrap bootstrap, int samples) {
        if (pairs.uniform()) {
            return null;
        }
        CalibrationFit fit = new CalibrationFit(pairs.probabilities(), pairs.labels());
        double[] drawn = IntStream.range(0, samples).parallel().mapToObj(bootstrap::draws)
                .filter(draws -> pairs.bothClasses(draws)).mapToDouble(draws -> fit.slope(pairs.weights(draws)))
                .toArray();
        int[] once = new int[bootstrap.numbers()];
        Arrays.fill(once, 1);
        double value = fit.slope(pairs.weights(once));
        return new Estimate(value, interval(drawn, value));
    }

    /// PR-AUC of `one` less PR-AUC of `other` on the same pairs, with its 95 % interval over shared draws of entities.
    public static Estimate difference(ScoredPairs one, ScoredPairs other, int samples, long seed) {
        return paired(one, other, samples, seed).difference();
    }

    /// The PR-AUC of two models on the same pairs and the first less the second, each with its 95 % interval over the same draws of
    /// entities.
    public record Paired(Estimate one, Estimate other, Estimate difference) {
    }

    /// Both models' PR-AUC and their difference.
    ///
    /// **cost** as [#difference].
    public static Paired paired(ScoredPairs one, ScoredPairs other, int samples, long seed) {
        requireSamePairs(one, other);
        PooledRanking first = new PooledRanking(one);
        PooledRanking second = new PooledRanking(other);
        EntityBootstrap bootstrap = EntityBootstrap.of(one.entities(), seed);
        int[] once = new int[bootstrap.numbers()];
        Arrays.fill(once, 1);
        double[][] drawn = IntStream.range(0, samples).parallel().mapToObj(bootstrap::draws)
                .map(weights -> both(first, second, weights)).filter(both -> !Double.isNaN(both[0]))
                .toArray(double[][]::new);
        double[] value = both(first, second, once);
        return new Paired(estimate(drawn, value, 0), estimate(drawn, value, 1), estimate(drawn, value, 2));
    }

    private static Estimate estimate(double[][] drawn, double[] value, int place) {
        return new Estimate(value[place],
                interval(Arrays.stream(drawn).mapToDouble(one -> one[place]).toArray(), value[place]));
    }

    /// Every figure of `one` divided by that of `other` on the same pairs, with its 95 % interval over shared draws of entities.
    ///
    /// A draw on which the divisor is 0 says nothing and is dropped.
    /// **absence** empty when the pairs are not of both classes · **cost** as two evaluations.
    public static Map<Figure, Estimate> shares(ScoredPairs one, ScoredPairs other, int samples, long seed) {
        requireSamePairs(one, other);
        PooledRanking first = new PooledRanking(one);
        PooledRanking second = new PooledRanking(other);
        CutRanking firstByCut = new CutRanking(one);
        CutRanking secondByCut = new CutRanking(other);
        EntityBootstrap bootstrap = EntityBootstrap.of(one.entities(), seed);
        int[] once = new int[bootstrap.numbers()];
        Arrays.fill(once, 1);
        double[] above = figures(first.weighed(once), firstByCut, once);
        double[] below = figures(second.weighed(once), secondByCut, once);
        if (Double.isNaN(above[0])) {
            return Map.of();
        }
        double[][] drawn = IntStream.range(0, samples).parallel().mapToObj(bootstrap::draws)
                .map(weights -> divided(figures(first.weighed(weights), firstByCut, weights),
                        figures(second.weighed(weights), secondByCut, weights)))
                .toArray(double[][]::new);
        Map<Figure, Estimate> shares = new EnumMap<>(Figure.class);
        double[] point = divided(above, below);
        for (Figure figure : Figure.values()) {
            double value = point[figure.ordinal()];
            if (Double.isFinite(value)) {
                shares.put(figure, new Estimate(value, interval(Arrays.stream(drawn)
                        .mapToDouble(share -> share[figure.ordinal()]).filter(Double::isFinite).toArray(), value)));
            }
        }
        return Collections.unmodifiableMap(shares);
    }

    private static double[] divided(double[] above, double[] below) {
        double[] shares = new double[above.length];
        Arrays.setAll(shares, i -> above[i] / below[i]);
        return shares;
    }

    private static void requireSamePairs(ScoredPairs one, ScoredPairs other) {
        if (!Arrays.equals(one.labels(), other.labels()) || !Arrays.equals(one.entities(), other.entities())) {
            throw new IllegalArgumentException("models (" + one.size() + " and " + other.size()
                    + " pairs) must be compared on the same pairs\nMaybe one left some out.");
        }
    }

    /// Both PR-AUCs and their difference on one draw of entities; NaN, which [#paired] drops, where the draw is of one class only.
    private static double[] both(PooledRanking first, PooledRanking second, int[] weights) {
        PooledRanking.Groups groups = first.weighed(weights);
        if (!groups.bothClasses()) {
            return new double[]{Double.NaN, Double.NaN, Double.NaN};
        }
        double one = groups.averagePrecision();
        double other = second.weighed(weights).averagePrecision();
        return new double[]{one, other, one - other};
    }

    /// Every figure on one draw, by its ordinal; all NaN, which [#of] drops, where the draw is of one class only.
    private static double[] figures(PooledRanking.Groups groups, CutRanking byCut, int[] weights) {
        double[] figures = new double[Figure.values().length];
        if (!groups.bothClasses()) {
            Arrays.fill(figures, Double.NaN);
            return figures;
        }
        for (Figure figure : Figure.values()) {
            figures[figure.ordinal()] = switch (figure) {
                case AUC -> groups.auc();
                case PR_AUC -> groups.averagePrecision();
                case PRECISION_AT_10 -> byCut.precisionAt(TOP, weights);
                case RECALL_AT_50 -> byCut.recallAt(LONG_LIST, weights);
                case RECALL_AT_R -> byCut.recallAtPositives(weights);
                case BRIER -> groups.brier();
                case ECE -> groups.calibrationError(BINS);
            };
        }
        return figures;
    }

    private static Interval interval(double[][] drawn, Figure figure, double value) {
        return interval(Arrays.stream(drawn).mapToDouble(one -> one[figure.ordinal()]).toArray(), value);
    }

    private static Interval interval(double[] drawn, double value) {
        if (drawn.length == 0) {
            return new Interval(value, value);
        }
        Arrays.sort(drawn);
        return new Interval(Quantiles.ofSorted(drawn, 0.025), Quantiles.ofSorted(drawn, 0.975));
    }
}
