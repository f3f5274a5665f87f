package dev.upswell.embed;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// The principal axes of points: where they lie on average, and the directions in which they differ most.
///
/// @param axes for each number of a point its part in each axis; axes beyond what the points fill are zero
record Axes(float[] middle, float[][] axes) {

    private static final double NOTHING = 1e-9;

    /// The first axes of these points.
    static Axes of(List<double[]> points, int count) {
        int wide = points.getFirst().length;
        double[] middle = new double[wide];
        for (double[] point : points) {
            for (int i = 0; i < wide; i++) {
                middle[i] += point[i] / points.size();
            }
        }
        double[][] spread = new double[wide][wide];
        for (double[] point : points) {
            for (int i = 0; i < wide; i++) {
                double away = point[i] - middle[i];
                for (int j = 0; j <= i; j++) {
                    spread[i][j] += away * (point[j] - middle[j]);
                }
            }
        }
        for (int i = 0; i < wide; i++) {
            for (int j = 0; j < i; j++) {
                spread[j][i] = spread[i][j];
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(spread, false));
        float[][] axes = new float[wide][count];
        for (int axis = 0; axis < Math.min(count, wide); axis++) {
            if (eigen.getRealEigenvalue(axis) > NOTHING * eigen.getRealEigenvalue(0)) {
                put(eigen.getEigenvector(axis).toArray(), axis, axes);
            }
        }
        float[] narrow = new float[wide];
        for (int i = 0; i < wide; i++) {
            narrow[i] = (float) middle[i];
        }
        return new Axes(narrow, axes);
    }

    /// The sign is that in which the farthest part is positive.
    private static void put(double[] direction, int axis, float[][] axes) {
        double farthest = Arrays.stream(direction).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
        for (int i = 0; i < direction.length; i++) {
            axes[i][axis] = (float) (farthest < 0 ? -direction[i] : direction[i]);
        }
    }

    int count() {
        return axes[0].length;
    }

    /// Where a point lies along the axes.
    double[] place(double[] point) {
        double[] place = new double[count()];
        for (int i = 0; i < point.length; i++) {
            double away = point[i] - middle[i];
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] += away * axes[i][axis];
            }
        }
        return place;
    }

    /// These axes turned so that places of texts come to lie where others had put them, as near as turning can bring them.
    ///
    /// **source** orthogonal Procrustes: Schönemann (1966).
    Axes turned(List<Vector> here, List<Vector> there) {
        int size = count();
        double[][] shared = new double[size][size];
        for (int text = 0; text < here.size(); text++) {
            for (int i = 0; i < size; i++) {
                there.get(text).addTo(shared[i], here.get(text).at(i));
            }
        }
        SingularValueDecomposition both = new SingularValueDecomposition(new Array2DRowRealMatrix(shared, false));
        double[][] turn = both.getU().multiply(both.getVT()).getData();
        float[][] turned = new float[axes.length][size];
        for (int i = 0; i < axes.length; i++) {
            double[] sum = new double[size];
            for (int axis = 0; axis < size; axis++) {
                for (int j = 0; j < size; j++) {
                    sum[j] += axes[i][axis] * turn[axis][j];
                }
            }
            for (int j = 0; j < size; j++) {
                turned[i][j] = (float) sum[j];
            }
        }
        return new Axes(middle, turned);
    }
}
