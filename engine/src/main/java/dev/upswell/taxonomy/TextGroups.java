package dev.upswell.taxonomy;

import dev.upswell.embed.SphericalMeans;
import dev.upswell.embed.Vector;
import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Points that lie together, as lists of their places.
///
/// A point belongs to the nearest midst unless it is less alike to it than the reach: when groups are found, one point in ten lies
/// outside. What says nothing belongs to none.
///
/// @param midsts of the groups
/// @param groups places of points, by midst
/// @param reach how alike to its midst a point is at least, −1 to 1
record TextGroups(List<Vector> midsts, List<List<Integer>> groups, double reach) {

    private static final int STARTS = 3;
    private static final int MOST_GROUPED = 8_000;
    /// Midsts nearer to each other are one.
    private static final double ONE = .8;
    private static final double OUTSIDE = .1;
    /// Rounds in which midsts follow the points that they reach.
    private static final int ROUNDS = 5;
    /// Among what belongs to none one new group is looked for in so many points, and no more at once than these.
    private static final int EACH = 15;
    private static final int MOST_NEW = 50;
    /// How alike to its midst a new group is beside those carried on: as three quarters of their points.
    private static final double HANGS = .25;

    TextGroups {
        midsts = List.copyOf(midsts);
        groups = List.copyOf(groups);
    }

    /// Groups found from nothing, the largest first.
    ///
    /// @param most so many at most; where most of them do not stand, half as many are looked for
    /// @param stands whether points, by their places, make a group
    static TextGroups found(List<Vector> points, int most, Predicate<List<Integer>> stands, long seed) {
        TextGroups best = new TextGroups(List.of(), List.of(), 0);
        for (int fewer = most; fewer >= 1; fewer /= 2) {
            TextGroups found = among(points, fewer, stands, seed);
            if (2 * found.groups.size() >= fewer) {
                return found;
            }
            best = found.groups.size() > best.groups.size() ? found : best;
        }
        return best;
    }

    private static TextGroups among(List<Vector> points, int most, Predicate<List<Integer>> stands, long seed) {
        List<Vector> midsts = apart(SphericalMeans.of(sample(points, seed), most, STARTS, seed).centres());
        double reach = reach(points, midsts);
        for (int round = 0; round < ROUNDS; round++) {
            midsts = placed(points, midsts, reach).moved(points);
            reach = reach(points, midsts);
        }
        return standing(points, midsts, reach, stands).largestFirst();
    }

    /// Groups carried on from where they were; what belongs to none may make new ones.
    ///
    /// @param begun where groups were
    /// @param reach that they had; NaN is refused, as anything else outside −1 to 1
    static TextGroups carried(List<Vector> points, List<Vector> begun, double reach, int most,
            Predicate<List<Integer>> stands, long seed) {
        TextGroups moved = placed(points, apart(begun), reach);
        TextGroups now = standing(points, moved.moved(points), reach, stands);
        return now.with(now.begun(points, most - now.midsts.size(), stands, seed)).largestFirst();
    }

    /// The midst of these points.
    static Vector midst(List<Integer> places, List<Vector> points) {
        double[] sum = new double[points.getFirst().size()];
        places.forEach(place -> points.get(place).addTo(sum, 1));
        return Vector.of(sum);
    }

    /// New groups of points that belong to none, apart from those that are and hanging together as well as they do.
    private TextGroups begun(List<Vector> points, int most, Predicate<List<Integer>> stands, long seed) {
        List<Integer> all = groups.stream().flatMap(List::stream).toList();
        boolean[] taken = new boolean[points.size()];
        all.forEach(place -> taken[place] = true);
        List<Integer> free = IntStream.range(0, taken.length)
                .filter(place -> !taken[place] && !points.get(place).saysNothing()).boxed().toList();
        if (most < 1 || free.isEmpty()) {
            return new TextGroups(List.of(), List.of(), reach);
        }
        List<Vector> freed = free.stream().map(points::get).toList();
        double[] likeness = IntStream.range(0, midsts.size()).boxed()
                .flatMapToDouble(group -> groups.get(group).stream()
                        .mapToDouble(place -> points.get(place).likeness(midsts.get(group))))
                .sorted().toArray();
        double hangs = likeness.length == 0 ? reach : likeness[(int) (HANGS * likeness.length)];
        Predicate<List<Integer>> hang = places -> stands.test(places.stream().map(free::get).toList());
        TextGroups found = found(freed, Math.clamp(freed.size() / EACH, 1, MOST_NEW), hang, seed);
        List<Vector> kept = new ArrayList<>();
        List<List<Integer>> places = new ArrayList<>();
        for (int i = 0; i < found.midsts.size() && kept.size() < most; i++) {
            Vector midst = found.midsts.get(i);
            double together = found.groups.get(i).stream().mapToDouble(place -> freed.get(place).likeness(midst))
                    .average().orElse(0);
            if (together >= hangs && midsts.stream().allMatch(other -> other.likeness(midst) < ONE)) {
                kept.add(midst);
                places.add(found.groups.get(i).stream().map(free::get).toList());
            }
        }
        return new TextGroups(kept, places, reach);
    }

    private TextGroups with(TextGroups others) {
        List<Vector> allMidsts = new ArrayList<>(midsts);
        allMidsts.addAll(others.midsts);
        List<List<Integer>> all = new ArrayList<>(groups);
        all.addAll(others.groups);
        return new TextGroups(allMidsts, all, reach);
    }

    private TextGroups largestFirst() {
        List<Integer> order = IntStream.range(0, groups.size()).boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> groups.get(i).size()).reversed()
                        .thenComparing(i -> groups.get(i).getFirst()))
                .toList();
        return new TextGroups(order.stream().map(midsts::get).toList(), order.stream().map(groups::get).toList(),
                reach);
    }

    private List<Vector> moved(List<Vector> points) {
        List<Vector> moved = new ArrayList<>();
        for (int i = 0; i < midsts.size(); i++) {
            Vector midst = groups.get(i).isEmpty() ? midsts.get(i) : midst(groups.get(i), points);
            moved.add(midst.saysNothing() ? midsts.get(i) : midst);
        }
        return moved;
    }

    /// Points around those of these midsts that make a group; points of the others, the smallest first, join the next nearest, if it
    /// reaches so far.
    private static TextGroups standing(List<Vector> points, List<Vector> midsts, double reach,
            Predicate<List<Integer>> stands) {
        TextGroups now = placed(points, midsts, reach);
        while (true) {
            TextGroups all = now;
            List<Integer> falling = IntStream.range(0, all.groups.size()).boxed()
                    .filter(i -> !stands.test(all.groups.get(i)))
                    .sorted(Comparator.comparingInt(i -> all.groups.get(i).size())).toList();
            if (falling.isEmpty()) {
                return all;
            }
            Set<Integer> left = Set.copyOf(falling.subList(0, (falling.size() + 1) / 2));
            List<Vector> moved = all.moved(points);
            now = placed(points, IntStream.range(0, moved.size()).filter(i -> !left.contains(i))
                    .mapToObj(moved::get).toList(), reach);
        }
    }

    private static TextGroups placed(List<Vector> points, List<Vector> midsts, double reach) {
        List<List<Integer>> groups = new ArrayList<>();
        midsts.forEach(midst -> groups.add(new ArrayList<>()));
        int[] nearest = SphericalMeans.groups(points, midsts);
        for (int i = 0; i < nearest.length; i++) {
            if (nearest[i] >= 0 && points.get(i).likeness(midsts.get(nearest[i])) >= reach) {
                groups.get(nearest[i]).add(i);
            }
        }
        return new TextGroups(midsts, groups, reach);
    }

    /// The likeness to the nearest midst that nine of ten points have at least.
    private static double reach(List<Vector> points, List<Vector> midsts) {
        int[] nearest = SphericalMeans.groups(points, midsts);
        double[] likeness = IntStream.range(0, nearest.length).filter(i -> nearest[i] >= 0)
                .mapToDouble(i -> points.get(i).likeness(midsts.get(nearest[i]))).sorted().toArray();
        return likeness.length == 0 ? 0 : likeness[(int) (OUTSIDE * likeness.length)];
    }

    private static List<Vector> sample(List<Vector> points, long seed) {
        if (points.size() <= MOST_GROUPED) {
            return points;
        }
        Dice dice = Dice.of(seed, "sample", 0);
        List<Vector> sample = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (dice.unit() * (points.size() - i) < MOST_GROUPED - sample.size()) {
                sample.add(points.get(i));
            }
        }
        return sample;
    }

    private static List<Vector> apart(List<Vector> midsts) {
        List<Vector> kept = new ArrayList<>();
        midsts.stream().filter(midst -> kept.stream().allMatch(one -> one.likeness(midst) < ONE)).forEach(kept::add);
        return kept;
    }
}
