package dev.upswell.ranking;

import dev.upswell.numeric.Cholesky;
import java.util.List;

/// Least squares of the reward of a request on terms of its slate, with a little ridge.
///
/// @param weights one a term, the constant last
record RewardByTerms(double[] weights) {

    private static final double RIDGE = 1e-3;

    static RewardByTerms of(List<OffPolicyValue.Logged> requests) {
        int terms = requests.isEmpty() ? 0 : requests.getFirst().shown().length;
        double[][] matrix = new double[terms + 1][terms + 1];
        double[] right = new double[terms + 1];
        for (OffPolicyValue.Logged request : requests) {
            double[] row = row(request.shown());
            for (int i = 0; i <= terms; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += row[i] * row[j];
                }
                right[i] += row[i] * request.reward();
            }
        }
        for (int i = 0; i <= terms; i++) {
            matrix[i][i] += RIDGE * Math.max(1, requests.size());
        }
        return new RewardByTerms(Cholesky.solve(matrix, right));
    }

    private static double[] row(double[] terms) {
        double[] row = new double[terms.length + 1];
        System.arraycopy(terms, 0, row, 0, terms.length);
        row[terms.length] = 1;
        return row;
    }

    double of(double[] terms) {
        return terms.length + 1 == weights.length ? Cholesky.dot(weights, row(terms)) : weights[weights.length - 1];
    }
}
