package dev.upswell.wide;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/// The weighted correlation of two columns, over rows that have a value in both.
public final class Likeness {

    /// Above it one column may stand for another.
    public static final double PROXY = .7;

    private static final int LEAST = 8;

    private Likeness() {
    }

    /// The ranks of each column's values, equal ones sharing the mean of theirs; NaN where there is no value.
    public static double[][] ranks(double[][] columns) {
        NaturalRanking ranking = new NaturalRanking(NaNStrategy.FIXED, TiesStrategy.AVERAGE);
        return Arrays.stream(columns).map(ranking::rank).toArray(double[][]::new);
    }

    /// The farther from 0 of two correlations: of two sides of thresholds, and of the ranks of their features' values.
    public static double ofEither(double[] side, double[] other, double[] rank, double[] otherRank, double[] weights) {
        double ofSides = of(side, other, weights);
        double ofRanks = of(rank, otherRank, weights);
        return Math.abs(ofSides) >= Math.abs(ofRanks) ? ofSides : ofRanks;
    }

    /// −1 to 1; 0 where one of them does not vary, or fewer than eight rows have both.
    public static double of(double[] a, double[] b, double[] weights) {
        double mass = 0;
        double meanA = 0;
        double meanB = 0;
        int known = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                mass += weights[i];
                meanA += weights[i] * a[i];
                meanB += weights[i] * b[i];
                known++;
            }
        }
        if (known < LEAST) {
            return 0;
        }
        meanA /= mass;
        meanB /= mass;
        double both = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                both += weights[i] * (a[i] - meanA) * (b[i] - meanB);
                one += weights[i] * (a[i] - meanA) * (a[i] - meanA);
                other += weights[i] * (b[i] - meanB) * (b[i] - meanB);
            }
        }
        return one < 1e-12 || other < 1e-12 ? 0 : both / Math.sqrt(one * other);
    }
}
