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

    private static void add(double[] inputs, double residual, double spread, double[] gradient, double[][] curvature) {
        for (int i = 0; i < inputs.length; i++) {
            double input = inputs[i];
            if (input == 0) {
                continue;
            }
            gradient[i] += residual * input;
            double scaled = spread * input;
            double[] row = curvature[i];
            for (int j = 0; j <= i; j++) {
                row[j] += scaled * inputs[j];
            }
        }
    }
}
