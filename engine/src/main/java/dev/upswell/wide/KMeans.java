package dev.upswell.wide;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Rows gathered around a few centres by likeness; labels play no part in it.
///
/// **absence** a missing value counts as the median · **source** Lloyd (1982); Arthur and Vassilvitskii, k-means++ (2007), the best of
/// three starts, twenty rounds at most.
///
/// @param clusters for each row its cluster, from 0
/// @param centres scaled, one for each cluster
public record KMeans(RobustScaler scaler, int[] clusters, double[][] centres) {

    private static final int STARTS = 3;
    private static final int ROUNDS = 20;

    /// Rows gathered around so many centres, fewer where there are fewer rows.
    public static KMeans of(WideRows rows, int count, long seed) {
        RobustScaler scaler = RobustScaler.of(rows);
        double[][] points = scaler.scaled(rows);
        SplittableRandom random = new SplittableRandom(seed);
        KMeans best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            double[][] centres = seeds(points, Math.min(count, points.length), random);
            int[] clusters = settle(points, centres);
            double spread = spread(points, clusters, centres);
            if (best == null || spread < least) {
                least = spread;
                best = new KMeans(scaler, clusters, centres);
            }
        }
        if (best == null) {
            throw new IllegalStateException("clusters must have had a start");
        }
        return best;
    }

    /// The mean label of each row's cluster.
    public double[] labels(WideRows rows) {
        double[] sums = new double[centres.length];
        double[] masses = new double[centres.length];
        for (int row = 0; row < clusters.length; row++) {
            sums[clusters[row]] += rows.weights()[row] * rows.labels()[row];
            masses[clusters[row]] += rows.weights()[row];
        }
        return Arrays.stream(clusters).mapToDouble(cluster -> sums[cluster] / masses[cluster]).toArray();
    }

    /// How well clusters stand apart: the mean over rows of how much farther the next cluster is than the own one, −1 to 1.
    public double silhouette(WideRows rows) {
        double[][] points = scaler.scaled(rows);
        double sum = 0;
        for (int row = 0; row < points.length; row++) {
            sum += silhouette(points, row);
        }
        return sum / points.length;
    }

    private double silhouette(double[][] points, int row) {
        double[] away = new double[centres.length];
        int[] counts = new int[centres.length];
        for (int other = 0; other < points.length; other++) {
            if (other != row) {
                away[clusters[other]] += Math.sqrt(square(points[row], points[other]));
                counts[clusters[other]]++;
            }
        }
        int own = clusters[row];
        if (counts[own] == 0) {
            return 0;
        }
        double inside = away[own] / counts[own];
        double next = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < away.length; cluster++) {
            if (cluster != own && counts[cluster] > 0) {
                next = Math.min(next, away[cluster] / counts[cluster]);
            }
        }
        double larger = Math.max(inside, next);
        return Double.isInfinite(next) || larger == 0 ? 0 : (next - inside) / larger;
    }

    private static double[][] seeds(double[][] points, int count, SplittableRandom random) {
        double[][] centres = new double[count][];
        centres[0] = points[random.nextInt(points.length)].clone();
        double[] nearest = new double[points.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int centre = 1; centre < count; centre++) {
            double sum = 0;
            for (int row = 0; row < points.length; row++) {
                nearest[row] = Math.min(nearest[row], square(points[row], centres[centre - 1]));
                sum += nearest[row];
            }
            double at = random.nextDouble() * sum;
            int row = 0;
            while (row < points.length - 1 && at >= nearest[row]) {
                at -= nearest[row++];
            }
            centres[centre] = points[row].clone();
        }
        return centres;
    }

    private static int[] settle(double[][] points, double[][] centres) {
        int[] clusters = new int[points.length];
        Arrays.fill(clusters, -1);
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = false;
            for (int row = 0; row < points.length; row++) {
                int nearest = nearest(points[row], centres);
                moved |= nearest != clusters[row];
                clusters[row] = nearest;
            }
            if (!moved) {
                break;
            }
            centre(points, clusters, centres);
        }
        return clusters;
    }

    private static int nearest(double[] point, double[][] centres) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int centre = 0; centre < centres.length; centre++) {
            double away = square(point, centres[centre]);
            if (away < least) {
                least = away;
                nearest = centre;
            }
        }
        return nearest;
    }

    /// A cluster without rows keeps its centre.
    private static void centre(double[][] points, int[] clusters, double[][] centres) {
        int[] counts = new int[centres.length];
        Arrays.stream(clusters).forEach(cluster -> counts[cluster]++);
        for (int centre = 0; centre < centres.length; centre++) {
            if (counts[centre] > 0) {
                Arrays.fill(centres[centre], 0);
            }
        }
        for (int row = 0; row < points.length; row++) {
            for (int column = 0; column < points[row].length; column++) {
                centres[clusters[row]][column] += points[row][column] / counts[clusters[row]];
            }
        }
    }

    private static double spread(double[][] points, int[] clusters, double[][] centres) {
        double sum = 0;
        for (int row = 0; row < points.length; row++) {
            sum += square(points[row], centres[clusters[row]]);
        }
        return sum;
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
