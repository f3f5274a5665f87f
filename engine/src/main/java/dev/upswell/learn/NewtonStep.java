package dev.upswell.learn;

/// One Newton step of a ridge-penalised logistic regression.
record NewtonStep(Columns columns, double[] weights, double ridge) {

    /// The change of the weights.
    double[] over(RowSample sample) {
        int size = weights.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        double[] inputs = new double[size];
        Dataset rows = sample.rows();
        for (int row = 0; row < rows.size(); row++) {
            columns.fill(rows.values(), row * columns.width(), inputs);
            double probability = Odds.probability(Cholesky.dot(inputs, weights));
            double weight = sample.weights()[row];
            add(inputs, weight * (rows.labels()[row] - probability), weight * probability * (1 - probability), gradient,
                    curvature);
        }
        for (int i = 0; i < size - 1; i++) {
            gradient[i] -= ridge * weights[i];
            curvature[i][i] += ridge;
        }
        curvature[size - 1][size - 1] += 1e-9;
        return Cholesky.solve(curvature, gradient);
    }

    /// Adds one row; only inputs other than 0 are touched, because most indicators are 0 in most rows.
    private static void add(double[] inputs, double residual, double spread, double[] gradient, double[][] curvature) {
        int[] used = new int[inputs.length];
        int count = 0;
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] != 0) {
                used[count++] = i;
            }
        }
        for (int k = 0; k < count; k++) {
            int i = used[k];
            gradient[i] += residual * inputs[i];
            double scaled = spread * inputs[i];
            double[] row = curvature[i];
            for (int l = 0; l <= k; l++) {
                row[used[l]] += scaled * inputs[used[l]];
            }
        }
    }
}
