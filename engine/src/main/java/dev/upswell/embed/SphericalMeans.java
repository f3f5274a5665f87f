package dev.upswell.embed;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Vectors gathered around centres by likeness: k-means on the sphere.
///
/// **cost** vectors × centres × numbers of a vector, at most 30 times a start; rounds end when one vector in a thousand changes its group
///
/// **source** Dhillon and Modha (2001), seeds as in Arthur and Vassilvitskii, k-means++ (2007).
///
/// @param groups for each vector its centre; −1 where the vector says nothing
/// @param silhouette how well groups stand apart: mean over vectors of how much liker the own centre is than the next, of what parts the
/// vector from the farther of them; −1 to 1
public record SphericalMeans(List<Vector> centres, int[] groups, double silhouette) {

    private static final int ROUNDS = 30;
    /// One in so many may still change when groups rest.
    private static final int RESTS = 1_000;

    public SphericalMeans {
        centres = List.copyOf(centres);
    }

    /// The best of so many starts by silhouette; fewer centres where there are fewer vectors.
    public static SphericalMeans of(List<Vector> vectors, int count, int starts, long seed) {
        if (count < 1 || vectors.stream().allMatch(Vector::saysNothing)) {
            return new SphericalMeans(List.of(), unthemed(vectors.size()), 0);
        }
        SphericalMeans best = null;
        for (int start = 0; start < starts; start++) {
            SphericalMeans found = settled(vectors, seeds(vectors, count, Dice.of(seed, "themes", start)));
            if (best == null || found.silhouette > best.silhouette) {
                best = found;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("starts (" + starts + ") must be at least 1\nMaybe 5 was meant.");
        }
        return best;
    }

    /// Settled from these centres; a centre that no vector is near keeps its place.
    private static SphericalMeans settled(List<Vector> vectors, List<Vector> centres) {
        List<Vector> now = centres;
        int[] groups = groups(vectors, now);
        for (int round = 0; round < ROUNDS; round++) {
            now = moved(vectors, groups, now);
            int[] next = groups(vectors, now);
            boolean rests = changed(groups, next) * RESTS <= groups.length;
            groups = next;
            if (rests) {
                break;
            }
        }
        return new SphericalMeans(now, groups, silhouette(vectors, groups, now));
    }

    private static long changed(int[] before, int[] now) {
        return IntStream.range(0, now.length).filter(i -> now[i] != before[i]).count();
    }

    /// For each vector the nearest centre.
    public static int[] groups(List<Vector> vectors, List<Vector> centres) {
        return vectors.stream().mapToInt(vector -> nearest(vector, centres, -1)).toArray();
    }

    /// The centre nearest to it but this one; −1 where there is none, or where the vector says nothing.
    public static int nearest(Vector vector, List<Vector> centres, int but) {
        int nearest = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int centre = 0; centre < centres.size() && !vector.saysNothing(); centre++) {
            double likeness = centre == but ? Double.NEGATIVE_INFINITY : vector.likeness(centres.get(centre));
            if (likeness > most) {
                most = likeness;
                nearest = centre;
            }
        }
        return nearest;
    }

    /// How well these groups stand apart.
    public static double silhouette(List<Vector> vectors, int[] groups, List<Vector> centres) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < groups.length; i++) {
            int next = groups[i] < 0 ? -1 : nearest(vectors.get(i), centres, groups[i]);
            if (next >= 0) {
                double own = 1 - vectors.get(i).likeness(centres.get(groups[i]));
                double other = 1 - vectors.get(i).likeness(centres.get(next));
                double larger = Math.max(own, other);
                sum += larger <= 0 ? 0 : (other - own) / larger;
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private static List<Vector> moved(List<Vector> vectors, int[] groups, List<Vector> centres) {
        int size = centres.getFirst().size();
        double[][] sums = new double[centres.size()][size];
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= 0) {
                vectors.get(i).addTo(sums[groups[i]], 1);
            }
        }
        List<Vector> moved = new ArrayList<>(sums.length);
        for (int centre = 0; centre < sums.length; centre++) {
            Vector midst = Vector.of(sums[centre]);
            moved.add(midst.saysNothing() ? centres.get(centre) : midst);
        }
        return moved;
    }

    private static List<Vector> seeds(List<Vector> vectors, int count, Dice dice) {
        List<Vector> saying = vectors.stream().filter(vector -> !vector.saysNothing()).toList();
        List<Vector> seeds = new ArrayList<>();
        seeds.add(dice.pick(saying));
        double[] away = new double[saying.size()];
        Arrays.fill(away, Double.POSITIVE_INFINITY);
        while (seeds.size() < Math.min(count, saying.size())) {
            double sum = 0;
            for (int i = 0; i < away.length; i++) {
                away[i] = Math.min(away[i], Math.max(0, 1 - saying.get(i).likeness(seeds.getLast())));
                sum += away[i];
            }
            double at = dice.unit() * sum;
            int drawn = 0;
            while (drawn < away.length - 1 && at >= away[drawn]) {
                at -= away[drawn++];
            }
            seeds.add(saying.get(drawn));
        }
        return seeds;
    }

    private static int[] unthemed(int count) {
        int[] groups = new int[count];
        Arrays.fill(groups, -1);
        return groups;
    }
}
