package dev.upswell.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The operators for machine learning that are computed here; of classifiers the scores, not the labels.
final class LearnedOperators {

    static final Map<String, Function<Attributes, Operation>> ALL = all();

    /// Operators whose second result are the scores and whose first are labels, which are not computed.
    static final Set<String> CLASSIFIERS = Set.of("TreeEnsembleClassifier", "LinearClassifier");

    private LearnedOperators() {
    }

    private static Map<String, Function<Attributes, Operation>> all() {
        Map<String, Function<Attributes, Operation>> all = new HashMap<>();
        all.put("Scaler", LearnedOperators::scaler);
        all.put("Imputer", LearnedOperators::imputer);
        all.put("Normalizer", LearnedOperators::normalizer);
        all.put("Binarizer", attributes -> {
            double threshold = attributes.number("threshold", 0);
            return operands -> Elementwise.each(operands.at(0), value -> value > threshold ? 1 : 0);
        });
        all.put("ArrayFeatureExtractor", attributes -> operands -> Shaping.gather(operands.at(0),
                operands.at(1).in(operands.at(1).values().length), -1));
        all.put("ZipMap", attributes -> operands -> operands.at(0));
        all.put("LinearRegressor", attributes -> {
            Linear linear = Linear.of(attributes, (int) attributes.whole("targets", 1));
            UnaryOperator<double[]> after = after(attributes);
            return operands -> rows(operands.at(0), linear.outputs(), row -> after.apply(linear.of(row)));
        });
        all.put("LinearClassifier", LearnedOperators::linearClassifier);
        all.put("TreeEnsembleRegressor", attributes -> {
            TreeWalk trees = TreeWalk.regressor(attributes);
            UnaryOperator<double[]> after = after(attributes);
            return operands -> rows(operands.at(0), trees.outputs(), row -> after.apply(trees.of(row)));
        });
        all.put("TreeEnsembleClassifier", LearnedOperators::treeClassifier);
        return Map.copyOf(all);
    }

    /// Row by row, the last axis being the row.
    static Tensor rows(Tensor tensor, int outputs, UnaryOperator<double[]> function) {
        int width = tensor.width();
        double[] values = new double[Tensor.size(new int[]{tensor.rows(), outputs})];
        for (int row = 0; row < tensor.rows(); row++) {
            double[] said = function.apply(Arrays.copyOfRange(tensor.values(), row * width, (row + 1) * width));
            System.arraycopy(said, 0, values, row * outputs, outputs);
        }
        return new Tensor(new int[]{tensor.rows(), outputs}, values);
    }

    private static Operation scaler(Attributes attributes) {
        double[] offset = attributes.numbers("offset");
        double[] scale = attributes.numbers("scale");
        return operands -> rows(operands.at(0), operands.at(0).width(), row -> {
            double[] scaled = new double[row.length];
            for (int i = 0; i < row.length; i++) {
                scaled[i] = (row[i] - at(offset, i, 0)) * at(scale, i, 1);
            }
            return scaled;
        });
    }

    private static double at(double[] values, int index, double otherwise) {
        return values.length == 0 ? otherwise : values[values.length == 1 ? 0 : index];
    }

    private static Operation imputer(Attributes attributes) {
        attributes.without("imputed_value_int64s", "replaced_value_int64");
        double[] fill = attributes.numbers("imputed_value_floats");
        double replaced = attributes.number("replaced_value_float", 0);
        return operands -> rows(operands.at(0), operands.at(0).width(), row -> {
            double[] filled = row.clone();
            for (int i = 0; i < row.length; i++) {
                boolean missing = Double.isNaN(replaced) ? Double.isNaN(row[i]) : row[i] == replaced;
                filled[i] = missing ? at(fill, i, 0) : row[i];
            }
            return filled;
        });
    }

    private static Operation normalizer(Attributes attributes) {
        String norm = attributes.word("norm", "MAX", "MAX", "L1", "L2");
        return operands -> rows(operands.at(0), operands.at(0).width(), row -> {
            double length = switch (norm) {
                case "MAX" -> Arrays.stream(row).max().orElse(0);
                case "L1" -> Arrays.stream(row).map(Math::abs).sum();
                default -> Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
            };
            return length == 0 ? row : Arrays.stream(row).map(value -> value / length).toArray();
        });
    }

    /// What is done to the scores of a row at the end.
    private static UnaryOperator<double[]> after(Attributes attributes) {
        return switch (attributes.word("post_transform", "NONE", "NONE", "LOGISTIC", "SOFTMAX")) {
            case "LOGISTIC" -> row -> Arrays.stream(row).map(LearnedOperators::logistic).toArray();
            case "SOFTMAX" -> LearnedOperators::softmax;
            default -> row -> row;
        };
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double[] softmax(double[] row) {
        double highest = Arrays.stream(row).max().orElse(0);
        double[] powers = Arrays.stream(row).map(value -> Math.exp(value - highest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(value -> value / sum).toArray();
    }

    /// @param weights one row per output
    private record Linear(int outputs, double[] weights, double[] shifts) {

        static Linear of(Attributes attributes, int outputs) {
            return new Linear(outputs, attributes.numbers("coefficients"), attributes.numbers("intercepts"));
        }

        double[] of(double[] row) {
            if (weights.length != outputs * row.length) {
                throw new IllegalArgumentException(weights.length + " coefficients must be " + outputs + " for each of "
                        + row.length + " columns");
            }
            double[] sums = new double[outputs];
            for (int output = 0; output < outputs; output++) {
                sums[output] = at(shifts, output, 0);
                for (int i = 0; i < row.length; i++) {
                    sums[output] += weights[output * row.length + i] * row[i];
                }
            }
            return sums;
        }
    }

    private static int classes(Attributes attributes) {
        int classes = Math.max(attributes.words("classlabels_strings").size(),
                Math.max(attributes.wholes("classlabels_ints").length,
                        attributes.wholes("classlabels_int64s").length));
        if (classes != 2) {
            throw new IllegalArgumentException("a classifier of " + classes + " classes is not computed here; 2 are");
        }
        return classes;
    }

    /// With one row of coefficients the other class has what is left of 1.
    private static Operation linearClassifier(Attributes attributes) {
        classes(attributes);
        int outputs = attributes.numbers("intercepts").length == 1 ? 1 : 2;
        Linear linear = Linear.of(attributes, outputs);
        UnaryOperator<double[]> after = after(attributes);
        if (outputs == 1) {
            attributes.word("post_transform", "NONE", "LOGISTIC");
        }
        return operands -> rows(operands.at(0), 2, row -> {
            double[] said = after.apply(linear.of(row));
            return said.length == 2 ? said : new double[]{1 - said[0], said[0]};
        });
    }

    /// With one score the runtime adds the other class's in a way of its own, which is followed here.
    private static Operation treeClassifier(Attributes attributes) {
        classes(attributes);
        TreeWalk trees = TreeWalk.classifier(attributes);
        UnaryOperator<double[]> after = after(attributes);
        boolean logistic = attributes.word("post_transform", "NONE", "NONE", "LOGISTIC", "SOFTMAX").equals("LOGISTIC");
        return operands -> rows(operands.at(0), 2, row -> {
            double[] sums = trees.of(row);
            if (!trees.single()) {
                return after.apply(sums);
            }
            double score = trees.singleScore(sums);
            if (trees.positive()) {
                return new double[]{1 - score, score};
            }
            return logistic
                    ? new double[]{logistic(-score), logistic(score)}
                    : new double[]{-score, score};
        });
    }
}
