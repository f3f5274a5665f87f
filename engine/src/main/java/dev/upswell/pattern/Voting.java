package dev.upswell.pattern;

import dev.upswell.wide.ElasticNet;
import dev.upswell.wide.KMeans;
import dev.upswell.wide.Likeness;
import dev.upswell.wide.RegressionForest;
import dev.upswell.wide.TreeGrowth;
import dev.upswell.wide.WideRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Four models of the same videos, each of which points at some columns.
///
/// The forest and the clusters point at those that count for most, the tree at those that it splits at or nearly did, the elastic net at
/// the first that a falling penalty lets in.
///
/// @param votes by column; a column on which models disagree in direction has a vote for each
/// @param importance for each column its share of what the forest explains
record Voting(List<Vote> votes, double[] importance) {

    /// What models say of one column: how many of the four point at it, and in which direction.
    ///
    /// @param above whether engagement is higher above its thresholds
    /// @param votes 1 to 4
    record Vote(int column, boolean above, int votes) {
    }

    static final int TREES = 100;
    static final TreeGrowth FOREST = new TreeGrowth(10, 5, .1, 1);
    static final TreeGrowth TREE = new TreeGrowth(8, 5, 1, 10);
    static final int CLUSTERS = 5;

    private static final int FOREST_POINTS = 60;
    private static final int TREE_POINTS = 20;
    private static final int NET_POINTS = 30;
    private static final int CLUSTER_POINTS = 60;

    /// What the four models say of these rows.
    static Voting of(WideRows rows, long seed) {
        RegressionForest forest = RegressionForest.of(rows, TREES, FOREST, seed);
        Map<Integer, Integer> counts = new TreeMap<>();
        add(counts, most(forest.gains().signed(), FOREST_POINTS));
        add(counts, most(RegressionForest.tree(rows, TREE, seed).gains().signed(), TREE_POINTS));
        add(counts, ElasticNet.of(rows).entered().stream().limit(NET_POINTS).toList());
        add(counts, most(clusters(rows, seed), CLUSTER_POINTS));
        List<Vote> votes = new ArrayList<>();
        counts.forEach((at, count) -> votes.add(new Vote(at < 0 ? ~at : at, at >= 0, count)));
        return new Voting(List.copyOf(votes), forest.gains().importance());
    }

    /// Adds a vote for each column, which stands as its number for above and as the complement of it for below.
    private static void add(Map<Integer, Integer> counts, List<Integer> columns) {
        columns.forEach(column -> counts.merge(column, 1, Integer::sum));
    }

    private static List<Integer> most(double[] signed, int count) {
        return IntStream.range(0, signed.length).filter(column -> signed[column] != 0).boxed()
                .sorted(Comparator.comparingDouble(column -> -Math.abs(signed[column]))).limit(count)
                .map(column -> signed[column] > 0 ? column : ~column).toList();
    }

    /// For each column how it goes along with the engagement of the cluster that each row is in.
    private static double[] clusters(WideRows rows, long seed) {
        KMeans clusters = KMeans.of(rows, CLUSTERS, seed);
        double[] labels = clusters.labels(rows);
        double[][] scaled = clusters.scaler().scaled(rows);
        double[] likeness = new double[rows.width()];
        for (int column = 0; column < likeness.length; column++) {
            int at = column;
            likeness[column] = Likeness.of(
                    IntStream.range(0, rows.size()).mapToDouble(row -> scaled[row][at]).toArray(),
                    labels, rows.weights());
        }
        return likeness;
    }
}
