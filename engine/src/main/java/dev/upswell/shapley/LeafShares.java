package dev.upswell.shapley;

import dev.upswell.onnx.TreeTable.Node;
import java.util.List;

/// What each column on the way to one leaf adds, for every set of columns by which a row would go there.
///
/// A column counts once, however often the way asks for it: a row goes along by it when all its answers fit, and where it is left
/// open the shares of the training rows that went along are multiplied.
final class LeafShares {

    private final int[] columns;
    /// The share of training rows that go along by each column.
    private final double[] open;
    private final List<GrownTree.Turn> way;
    private final double value;

    LeafShares(List<GrownTree.Turn> way, double value) {
        this.way = way;
        this.value = value;
        columns = way.stream().mapToInt(turn -> turn.at().feature()).distinct().toArray();
        open = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            open[i] = 1;
            for (GrownTree.Turn turn : way) {
                open[i] *= turn.at().feature() == columns[i] ? turn.share() : 1;
            }
        }
    }

    /// Adds the shares to each line of a part's table.
    ///
    /// @param nodes of the part, by the bits of a line's number
    /// @param of the columns of a line
    void addTo(double[] table, List<Node> nodes, List<Integer> of) {
        double[][] shares = new double[1 << columns.length][];
        int[] asks = new int[columns.length];
        int[] wants = new int[columns.length];
        int[] places = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            places[i] = of.indexOf(columns[i]);
            for (GrownTree.Turn turn : way) {
                if (turn.at().feature() == columns[i]) {
                    int bit = 1 << nodes.indexOf(turn.at());
                    asks[i] |= bit;
                    wants[i] |= turn.yes() ? bit : 0;
                }
            }
        }
        for (int answers = 0; answers < 1 << nodes.size(); answers++) {
            int along = 0;
            for (int i = 0; i < columns.length; i++) {
                along |= (answers & asks[i]) == wants[i] ? 1 << i : 0;
            }
            if (shares[along] == null) {
                shares[along] = shares(along);
            }
            for (int i = 0; i < columns.length; i++) {
                table[answers * of.size() + places[i]] += shares[along][i];
            }
        }
    }

    /// The Shapley value of each column where the row goes along by these columns alone.
    private double[] shares(int along) {
        double[] shares = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            double goes = (along >> i & 1) - open[i];
            shares[i] = goes == 0 ? 0 : value * goes * weightWithout(i, along);
        }
        return shares;
    }

    /// The mean over all orders of the columns of the share of rows that reach the leaf by the others, those before column
    /// `without` known and those after it left open.
    private double weightWithout(int without, int along) {
        int n = columns.length;
        double[] ways = new double[n];
        ways[0] = 1;
        int met = 0;
        for (int i = 0; i < n; i++) {
            if (i != without) {
                for (int known = ++met; known > 0; known--) {
                    ways[known] = ways[known] * open[i] + ways[known - 1] * (along >> i & 1);
                }
                ways[0] *= open[i];
            }
        }
        double sum = 0;
        double orders = 1.0 / n;
        for (int known = 0; known < n; known++) {
            sum += ways[known] * orders;
            orders *= (known + 1.0) / Math.max(1, n - 1 - known);
        }
        return sum;
    }
}
