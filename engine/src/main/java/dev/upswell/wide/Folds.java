package dev.upswell.wide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Deals of rows, all rows of an owner together.
public final class Folds {

    private Folds() {
    }

    /// For each row its part, 0 to `parts` − 1: owners with many rows first, each to the part with fewest rows so far.
    ///
    /// Owners with equally many rows come in an order that the seed tells; labels play no part in it.
    public static int[] deal(int[] owners, int parts, long seed) {
        Map<Integer, List<Integer>> byOwner = new TreeMap<>();
        for (int row = 0; row < owners.length; row++) {
            byOwner.computeIfAbsent(owners[row], none -> new ArrayList<>()).add(row);
        }
        List<List<Integer>> groups = new ArrayList<>(byOwner.values());
        Collections.shuffle(groups, new Random(seed));
        groups.sort(Comparator.comparingInt((List<Integer> group) -> -group.size()));
        int[] sizes = new int[parts];
        int[] dealt = new int[owners.length];
        for (List<Integer> group : groups) {
            int part = lightest(sizes);
            sizes[part] += group.size();
            group.forEach(row -> dealt[row] = part);
        }
        return dealt;
    }

    /// The rows whose part is this one, or is not.
    public static int[] rows(int[] dealt, int part, boolean in) {
        return IntStream.range(0, dealt.length).filter(row -> dealt[row] == part == in).toArray();
    }

    private static int lightest(int[] sizes) {
        int least = Arrays.stream(sizes).min().orElse(0);
        int part = 0;
        while (sizes[part] > least) {
            part++;
        }
        return part;
    }
}
