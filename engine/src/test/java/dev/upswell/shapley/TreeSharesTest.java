package dev.upswell.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.onnx.TreeTable;
import dev.upswell.onnx.TreeTable.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TreeSharesTest {

    private static final int WIDTH = 5;

    @Property(tries = 60)
    void sharesAreTheMeanOverAllOrdersInWhichColumnsBecomeKnown(@ForAll long seed) {
        Random random = new Random(seed);
        TreeTable trees = trees(random, 1 + random.nextInt(4), 1 + random.nextInt(5));
        float[] values = row(random);

        float[] shares = TreeShares.of(trees, WIDTH).orElseThrow().of(values, 1)[0];

        for (int column = 0; column < WIDTH; column++) {
            assertThat((double) shares[column]).isCloseTo(mean(trees, values, column), within(1e-5));
        }
        assertThat((double) shares[WIDTH]).isCloseTo(said(trees, values, 0), within(1e-5));
    }

    @Property(tries = 60)
    void sharesOfARowAddUpToWhatTheTreesSay(@ForAll long seed) {
        Random random = new Random(seed);
        TreeTable trees = trees(random, 3, 8);
        float[] values = row(random);

        float[] shares = TreeShares.of(trees, WIDTH).orElseThrow().of(values, 1)[0];

        double sum = 0;
        for (float share : shares) {
            sum += share;
        }
        assertThat(sum).isCloseTo(said(trees, values, (1 << WIDTH) - 1), within(1e-4));
    }

    @Test
    void aRowGetsTheSameBitsInWhateverCompany() {
        Random random = new Random(7);
        TreeShares shares = TreeShares.of(trees(random, 20, 4), WIDTH).orElseThrow();
        float[] many = new float[100 * WIDTH];
        for (int row = 0; row < 100; row++) {
            System.arraycopy(row(random), 0, many, row * WIDTH, WIDTH);
        }

        float[][] together = shares.of(many, 100);

        for (int row = 0; row < 100; row++) {
            float[] alone = new float[WIDTH];
            System.arraycopy(many, row * WIDTH, alone, 0, WIDTH);
            assertThat(together[row]).containsExactly(shares.of(alone, 1)[0]);
        }
    }

    @Test
    void treesTooDeepForTablesHaveNone() {
        List<Node> nodes = new ArrayList<>();
        for (int level = 0; level < 9; level++) {
            nodes.add(new Node(0, 2 * level, false, 0, -level, 2 * level + 1, 2 * level + 2, false, 10 - level));
            nodes.add(new Node(0, 2 * level + 1, true, 0, level, 0, 0, false, 1));
        }
        nodes.add(new Node(0, 18, true, 0, 9, 0, 0, false, 1));

        assertThat(TreeShares.of(new TreeTable(nodes, 0), WIDTH)).isEmpty();
    }

    private static float[] row(Random random) {
        float[] values = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            values[i] = random.nextInt(4) == 0 ? Float.NaN : random.nextInt(5);
        }
        return values;
    }

    private static TreeTable trees(Random random, int count, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (int tree = 0; tree < count; tree++) {
            List<Node> grown = new ArrayList<>();
            grow(random, tree, depth, 1000, grown);
            nodes.addAll(grown);
        }
        return new TreeTable(nodes, (float) random.nextGaussian());
    }

    private static void grow(Random random, int tree, int depth, double cover, List<Node> into) {
        int number = into.size();
        if (depth == 0 || random.nextInt(6) == 0) {
            into.add(new Node(tree, number, true, 0, (float) random.nextGaussian(), 0, 0, false, cover));
            return;
        }
        double share = 0.1 + 0.8 * random.nextDouble();
        int feature = random.nextInt(WIDTH);
        float limit = random.nextInt(5);
        boolean missingIsYes = random.nextBoolean();
        into.add(new Node(tree, number, true, 0, 0, 0, 0, false, cover));
        int yes = into.size();
        grow(random, tree, depth - 1, cover * share, into);
        int no = into.size();
        grow(random, tree, depth - 1, cover * (1 - share), into);
        into.set(number, new Node(tree, number, false, feature, limit, yes, no, missingIsYes, cover));
    }

    /// By all sets of columns that can be known before this one, each as often as orders begin with it.
    private static double mean(TreeTable trees, float[] values, int column) {
        double sum = 0;
        for (int known = 0; known < 1 << WIDTH; known++) {
            if ((known >> column & 1) == 0) {
                double orders = factorial(Integer.bitCount(known)) * factorial(WIDTH - 1 - Integer.bitCount(known))
                        / factorial(WIDTH);
                sum += orders * (said(trees, values, known | 1 << column) - said(trees, values, known));
            }
        }
        return sum;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    /// What the trees say when only these columns are known, as bits.
    private static double said(TreeTable trees, float[] values, int known) {
        double sum = trees.base();
        for (int tree = 0; tree <= trees.nodes().getLast().tree(); tree++) {
            int number = tree;
            List<Node> nodes = trees.nodes().stream().filter(node -> node.tree() == number).toList();
            sum += said(nodes, nodes.getFirst(), values, known);
        }
        return sum;
    }

    private static double said(List<Node> nodes, Node at, float[] values, int known) {
        if (at.leaf()) {
            return at.value();
        }
        Node yes = nodes.get(at.yes());
        Node no = nodes.get(at.no());
        if ((known >> at.feature() & 1) == 1) {
            float value = values[at.feature()];
            boolean goes = Float.isNaN(value) ? at.missingIsYes() : value < at.value();
            return said(nodes, goes ? yes : no, values, known);
        }
        return (yes.cover() * said(nodes, yes, values, known) + no.cover() * said(nodes, no, values, known))
                / at.cover();
    }
}
