package dev.upswell.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Regression trees grown each on rows drawn with replacement, and their mean; a forest of one tree uses every row.
///
/// **absence** as in each tree: a missing value decides nothing.
public final class RegressionForest {

    private final Cuts cuts;
    private final List<RegressionTree> trees;
    private final SplitGains gains;

    private RegressionForest(Cuts cuts, List<RegressionTree> trees, SplitGains gains) {
        this.cuts = cuts;
        this.trees = trees;
        this.gains = gains;
    }

    /// A forest of this many trees.
    public static RegressionForest of(WideRows rows, int trees, TreeGrowth growth, long seed) {
        Cuts cuts = Cuts.of(rows);
        SplitGains gains = SplitGains.none(cuts);
        SplittableRandom random = new SplittableRandom(seed);
        List<RegressionTree> grown = new ArrayList<>();
        for (int tree = 0; tree < trees; tree++) {
            grown.add(RegressionTree.grow(cuts, rows.labels(), drawn(rows.weights(), random), growth, gains,
                    random.nextLong()));
        }
        return new RegressionForest(cuts, grown, gains);
    }

    /// A single tree on all rows.
    public static RegressionForest tree(WideRows rows, TreeGrowth growth, long seed) {
        Cuts cuts = Cuts.of(rows);
        SplitGains gains = SplitGains.none(cuts);
        return new RegressionForest(cuts,
                List.of(RegressionTree.grow(cuts, rows.labels(), rows.weights(), growth, gains, seed)), gains);
    }

    /// What it foretells for each of these rows.
    public double[] values(WideRows rows) {
        Cuts placed = cuts.on(rows);
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            for (RegressionTree tree : trees) {
                values[row] += tree.value(placed, row) / trees.size();
            }
        }
        return values;
    }

    /// What its splits gained.
    public SplitGains gains() {
        return gains;
    }

    private static double[] drawn(double[] weights, SplittableRandom random) {
        double[] drawn = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int row = random.nextInt(weights.length);
            drawn[row] += weights[row];
        }
        return drawn;
    }
}
