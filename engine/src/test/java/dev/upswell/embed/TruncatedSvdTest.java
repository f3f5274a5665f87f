package dev.upswell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class TruncatedSvdTest {

    private static final int ROWS = 40;
    private static final int COLUMNS = 30;

    private final double[][] dense = new double[ROWS][COLUMNS];
    private final SparseRows sparse = drawn();

    @Test
    void agreesWithTheDenseDecomposition() {
        SingularValueDecomposition exact = new SingularValueDecomposition(new Array2DRowRealMatrix(dense));

        TruncatedSvd svd = TruncatedSvd.of(sparse, 8, 1);

        for (int i = 0; i < 8; i++) {
            assertThat(svd.strengths()[i]).isCloseTo(exact.getSingularValues()[i], within(1e-3));
        }
        for (int i = 0; i < 4; i++) {
            double along = 0;
            for (int column = 0; column < COLUMNS; column++) {
                along += svd.directions()[column][i] * exact.getV().getEntry(column, i);
            }
            assertThat(Math.abs(along)).as("direction %d", i).isCloseTo(1, within(.01));
        }
    }

    @Test
    void theSameSeedGivesTheSameAndTheFarthestPartIsPositive() {
        TruncatedSvd svd = TruncatedSvd.of(sparse, 5, 3);

        assertThat(svd.directions()).isDeepEqualTo(TruncatedSvd.of(sparse, 5, 3).directions());
        for (int i = 0; i < 5; i++) {
            double farthest = 0;
            for (double[] row : svd.directions()) {
                farthest = Math.abs(row[i]) > Math.abs(farthest) ? row[i] : farthest;
            }
            assertThat(farthest).isPositive();
        }
    }

    @Test
    void findsNoMoreDirectionsThanThereAre() {
        SparseRows two = new SparseRows(new int[][]{{0, 1}, {0, 1}, {2}},
                new float[][]{{1, 1}, {2, 2}, {5}}, 3);

        TruncatedSvd svd = TruncatedSvd.of(two, 3, 1);

        assertThat(svd.strengths()).hasSize(2);
        assertThat(svd.strengths()[0]).isCloseTo(5, within(1e-9));
        assertThat(svd.strengths()[1]).isCloseTo(Math.sqrt(10), within(1e-9));
    }

    private SparseRows drawn() {
        Dice dice = Dice.of(5, "matrix", 0);
        int[][] columns = new int[ROWS][];
        float[][] values = new float[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            List<Integer> filled = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                if (dice.chance(.3)) {
                    filled.add(column);
                }
            }
            columns[row] = filled.stream().mapToInt(Integer::intValue).toArray();
            values[row] = new float[columns[row].length];
            for (int i = 0; i < columns[row].length; i++) {
                values[row][i] = (float) dice.exponential(1);
                dense[row][columns[row][i]] = values[row][i];
            }
        }
        return new SparseRows(columns, values, COLUMNS);
    }
}
