package dev.upswell.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reads the trees of a binary classifier or a ranker out of XGBoost's own file.
public final class XGBoostTrees {

    private static final String LOGISTIC = "gbtree of binary:logistic";
    private static final String PAIRWISE = "gbtree of rank:pairwise";

    private XGBoostTrees() {
    }

    /// Whether this model gives a probability by the sum of its trees, so that [#logistic] can read it.
    public static boolean isLogistic(byte[] file) {
        return kind(learner(file)).equals(LOGISTIC);
    }

    private static Map<?, ?> learner(byte[] file) {
        return map(map(Ubjson.read(file), "learner"));
    }

    private static String kind(Map<?, ?> learner) {
        return field(map(learner, "gradient_booster"), "name") + " of " + field(map(learner, "objective"), "name");
    }

    /// The trees behind the log-odds of a `binary:logistic` model.
    ///
    /// @param file the model as `ubj`
    /// @param columns for each column of the model, where it stands among the features that will be given
    ///
    /// **errors** `IllegalArgumentException` when it is another kind of model.
    public static TreeTable logistic(byte[] file, int[] columns) {
        Map<?, ?> learner = learner(file);
        if (!kind(learner).equals(LOGISTIC)) {
            throw new IllegalArgumentException("XGBoost model (" + kind(learner) + ") must be " + LOGISTIC
                    + "\nMaybe it foretells quantiles.");
        }
        return new TreeTable(nodes(learner, columns), logOdds(base(learner)));
    }

    /// The trees of a `rank:pairwise` model, whose sums order the rows of a group.
    ///
    /// @param file the model as `ubj`
    /// @param columns how many the model has
    ///
    /// **errors** `IllegalArgumentException` when it is another kind of model.
    public static TreeTable pairwise(byte[] file, int columns) {
        Map<?, ?> learner = learner(file);
        if (!kind(learner).equals(PAIRWISE)) {
            throw new IllegalArgumentException("XGBoost model (" + kind(learner) + ") must be " + PAIRWISE
                    + "\nMaybe it foretells a share.");
        }
        return new TreeTable(nodes(learner, IntStream.range(0, columns).toArray()), base(learner));
    }

    private static List<TreeTable.Node> nodes(Map<?, ?> learner, int[] columns) {
        List<?> trees = list(field(map(map(learner, "gradient_booster"), "model"), "trees"));
        List<TreeTable.Node> nodes = new ArrayList<>();
        for (int tree = 0; tree < trees.size(); tree++) {
            add(map(trees.get(tree)), tree, columns, nodes);
        }
        return nodes;
    }

    private static float base(Map<?, ?> learner) {
        String told = String.valueOf(field(map(learner, "learner_model_param"), "base_score"));
        return Float.parseFloat(told.replaceAll("[\\[\\]]", ""));
    }

    /// As XGBoost computes it.
    private static float logOdds(float share) {
        return (float) -Math.log(1.0f / share - 1.0f);
    }

    private static void add(Map<?, ?> tree, int number, int[] columns, List<TreeTable.Node> nodes) {
        double[] left = numbers(field(tree, "left_children"));
        double[] right = numbers(field(tree, "right_children"));
        double[] features = numbers(field(tree, "split_indices"));
        double[] values = numbers(field(tree, "split_conditions"));
        double[] missing = numbers(field(tree, "default_left"));
        double[] covers = numbers(field(tree, "sum_hessian"));
        if (numbers(field(tree, "categories")).length > 0) {
            throw new IllegalArgumentException(
                    "XGBoost tree (" + number + ") must not split by categories\nMaybe it was trained elsewhere.");
        }
        for (int i = 0; i < left.length; i++) {
            boolean leaf = left[i] < 0;
            nodes.add(new TreeTable.Node(number, i, leaf, leaf ? 0 : columns[(int) features[i]], (float) values[i],
                    leaf ? 0 : (int) left[i], leaf ? 0 : (int) right[i], !leaf && missing[i] != 0, covers[i]));
        }
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : refuse(value);
    }

    private static Map<?, ?> map(Object value, String name) {
        return map(field(map(value), name));
    }

    private static Object field(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? refuse(name) : value;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : refuse(value);
    }

    /// An array without elements carries no type.
    private static double[] numbers(Object value) {
        if (value instanceof double[] numbers) {
            return numbers;
        }
        return list(value).stream().mapToDouble(one -> switch (one) {
            case Double number -> number;
            case Boolean yes -> yes ? 1 : 0;
            default -> refuse(one);
        }).toArray();
    }

    private static <T> T refuse(Object found) {
        throw new IllegalArgumentException("XGBoost model must have its usual parts, but has " + found
                + "\nMaybe another version of XGBoost wrote it.");
    }
}
