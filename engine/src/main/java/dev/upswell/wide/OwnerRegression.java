package dev.upswell.wide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/// Least squares whose errors allow for unequal spread and for rows of one owner being alike.
///
/// Each owner's residuals are blown up by their own leverage, as if the owner had been left out of the fit (CR3; where each row has
/// an owner of its own, HC3). **source** MacKinnon and White (1985); Bell and McCaffrey, Bias reduction in standard errors for linear
/// regression with multi-stage samples (2002).
///
/// @param coefficients one for each input, without the constant
/// @param errors their standard errors
/// @param freedom degrees of freedom: owners less coefficients and the constant
public record OwnerRegression(double[] coefficients, double[] errors, int freedom) {

    /// The fit of labels to inputs and a constant; empty where inputs are not independent of each other or owners too few.
    ///
    /// **shape** `inputs` has one array for each input, with one value for each row.
    public static Optional<OwnerRegression> of(double[][] inputs, double[] labels, double[] weights, int[] owners) {
        return fit(inputs, labels, weights, owners, UnaryOperator.identity());
    }

    /// The same with a level of its own for each owner, so that rows of one owner are compared above all with each other, and rows
    /// of one origin with no others.
    public static Optional<OwnerRegression> levelled(double[][] inputs, WideRows rows) {
        OwnerLevels levels = OwnerLevels.of(rows);
        return fit(inputs, rows.labels(), rows.weights(), rows.owners(), levels::freed);
    }

    private static Optional<OwnerRegression> fit(double[][] inputs, double[] labels, double[] weights, int[] owners,
            UnaryOperator<double[]> freed) {
        Map<Integer, List<Integer>> byOwner = new TreeMap<>();
        for (int row = 0; row < labels.length; row++) {
            byOwner.computeIfAbsent(owners[row], none -> new ArrayList<>()).add(row);
        }
        int size = inputs.length + 1;
        if (byOwner.size() <= size) {
            return Optional.empty();
        }
        double[] constant = new double[labels.length];
        Arrays.fill(constant, 1);
        double[][] rows = new double[labels.length][size];
        for (int input = 0; input < size; input++) {
            double[] values = scaled(freed.apply(input == 0 ? constant : inputs[input - 1]), weights);
            for (int row = 0; row < rows.length; row++) {
                rows[row][input] = values[row];
            }
        }
        try {
            return Optional
                    .of(fit(new Array2DRowRealMatrix(rows, false), scaled(freed.apply(labels), weights), byOwner));
        } catch (SingularMatrixException e) {
            return Optional.empty();
        }
    }

    private static double[] scaled(double[] values, double[] weights) {
        double[] scaled = new double[values.length];
        Arrays.setAll(scaled, row -> values[row] * Math.sqrt(weights[row]));
        return scaled;
    }

    private static OwnerRegression fit(RealMatrix rows, double[] labels, Map<Integer, List<Integer>> byOwner) {
        RealMatrix inverse = inverse(rows.transpose().multiply(rows));
        double[] all = inverse.operate(rows.preMultiply(labels));
        double[] fitted = rows.operate(all);
        int size = all.length;
        double[][] middle = new double[size][size];
        for (List<Integer> own : byOwner.values()) {
            int[] numbers = own.stream().mapToInt(Integer::intValue).toArray();
            double[] rest = Arrays.stream(numbers).mapToDouble(row -> labels[row] - fitted[row]).toArray();
            RealMatrix part = rows.getSubMatrix(numbers, IntStream.range(0, size).toArray());
            double[] score = part.preMultiply(blown(part, inverse, rest));
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    middle[i][j] += score[i] * score[j];
                }
            }
        }
        RealMatrix spread = inverse.multiply(new Array2DRowRealMatrix(middle, false)).multiply(inverse);
        double[] errors = new double[size - 1];
        for (int input = 1; input < size; input++) {
            errors[input - 1] = Math.sqrt(Math.max(0, spread.getEntry(input, input)));
        }
        return new OwnerRegression(Arrays.copyOfRange(all, 1, size), errors, byOwner.size() - size);
    }

    private static double[] blown(RealMatrix part, RealMatrix inverse, double[] rest) {
        RealMatrix leverage = part.multiply(inverse).multiply(part.transpose());
        if (rest.length == 1) {
            double left = 1 - leverage.getEntry(0, 0);
            if (left < 1e-9) {
                throw new SingularMatrixException();
            }
            return new double[]{rest[0] / left};
        }
        for (int i = 0; i < rest.length; i++) {
            for (int j = 0; j < rest.length; j++) {
                leverage.setEntry(i, j, (i == j ? 1 : 0) - leverage.getEntry(i, j));
            }
        }
        return inverse(leverage).operate(rest);
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        return new LUDecomposition(matrix, 1e-9).getSolver().getInverse();
    }
}
