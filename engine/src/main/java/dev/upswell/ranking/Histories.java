package dev.upswell.ranking;

import java.util.List;

/// What each of some numbered things had to do with numbered others: lists of others with the sum of weights, ascending by number.
///
/// @param others by thing
/// @param weights beside them
record Histories(int[][] others, double[][] weights) {

    static Histories byPerson(List<Interaction> interactions) {
        return of(interactions, true);
    }

    static Histories byItem(List<Interaction> interactions) {
        return of(interactions, false);
    }

    private static Histories of(List<Interaction> interactions, boolean persons) {
        List<Interaction> sorted = interactions.stream()
                .sorted((a, b) -> persons
                        ? compare(a.person(), b.person(), a.item(), b.item())
                        : compare(a.item(), b.item(), a.person(), b.person()))
                .toList();
        int things = interactions.stream().mapToInt(i -> persons ? i.person() : i.item()).max().orElse(-1) + 1;
        int[][] others = new int[things][];
        double[][] weights = new double[things][];
        int at = 0;
        for (int thing = 0; thing < things; thing++) {
            int end = at;
            while (end < sorted.size() && (persons ? sorted.get(end).person() : sorted.get(end).item()) == thing) {
                end++;
            }
            fill(sorted.subList(at, end), persons, thing, others, weights);
            at = end;
        }
        return new Histories(others, weights);
    }

    private static int compare(int a, int b, int thenA, int thenB) {
        return a != b ? Integer.compare(a, b) : Integer.compare(thenA, thenB);
    }

    private static void fill(List<Interaction> of, boolean persons, int thing, int[][] others, double[][] weights) {
        others[thing] = of.stream().mapToInt(i -> persons ? i.item() : i.person()).distinct().toArray();
        weights[thing] = new double[others[thing].length];
        int next = -1;
        for (Interaction interaction : of) {
            int other = persons ? interaction.item() : interaction.person();
            if (next < 0 || others[thing][next] != other) {
                next++;
            }
            weights[thing][next] += interaction.weight();
        }
    }

    int size() {
        return others.length;
    }
}
