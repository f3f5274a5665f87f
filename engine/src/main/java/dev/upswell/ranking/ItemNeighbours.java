package dev.upswell.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Scores items by how alike their audiences are to those of what the person did before (item-kNN).
///
/// Two items are as like as the cosine of their weights by person, shrunk where few people link them: n / (n + shrinkage). An item's
/// score is the sum of its nearest neighbours' likenesses, each by the person's weight of the neighbour.
///
/// **cost** squares of how much each person did · **source** Sarwar et al., Item-based collaborative filtering recommendation algorithms
/// (2001)
public final class ItemNeighbours implements ItemScorer {

    private final Histories persons;
    private final int[][] neighbours;
    private final double[][] likenesses;

    private ItemNeighbours(Histories persons, int[][] neighbours, double[][] likenesses) {
        this.persons = persons;
        this.neighbours = neighbours;
        this.likenesses = likenesses;
    }

    /// The neighbours of all items.
    ///
    /// @param kept how many neighbours an item keeps, from 1
    /// @param shrinkage number of people who must link two items for half of their likeness to count, from 0
    public static ItemNeighbours of(List<Interaction> interactions, int kept, double shrinkage) {
        if (kept < 1 || !(shrinkage >= 0)) {
            throw new IllegalArgumentException("neighbours (" + kept + " kept, shrinkage " + shrinkage
                    + ") must be 1 or more, shrinkage from 0\nMaybe the two are exchanged.");
        }
        Histories persons = Histories.byPerson(interactions);
        Histories items = Histories.byItem(interactions);
        double[] lengths = Arrays.stream(items.weights())
                .mapToDouble(weights -> Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum()))
                .toArray();
        int[][] neighbours = new int[items.size()][];
        double[][] likenesses = new double[items.size()][];
        double[] dots = new double[items.size()];
        int[] links = new int[items.size()];
        for (int item = 0; item < items.size(); item++) {
            int[] touched = link(item, items, persons, dots, links);
            double length = lengths[item];
            double[] likeness = new double[touched.length];
            for (int i = 0; i < touched.length; i++) {
                int other = touched[i];
                likeness[i] = dots[other] / (length * lengths[other]) * links[other] / (links[other] + shrinkage);
                dots[other] = 0;
                links[other] = 0;
            }
            int[] best = best(likeness, touched, kept);
            neighbours[item] = Arrays.stream(best).map(i -> touched[i]).toArray();
            likenesses[item] = Arrays.stream(best).mapToDouble(i -> likeness[i]).toArray();
        }
        return new ItemNeighbours(persons, neighbours, likenesses);
    }

    /// Places of the highest likenesses, the highest first; of equal ones that of the lower item.
    private static int[] best(double[] likeness, int[] touched, int count) {
        Comparator<Integer> worstFirst = Comparator.<Integer>comparingDouble(i -> likeness[i])
                .thenComparing(i -> touched[i], Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(worstFirst);
        for (int i = 0; i < likeness.length; i++) {
            if (best.size() < count || worstFirst.compare(i, best.element()) > 0) {
                best.add(i);
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        int[] ordered = new int[best.size()];
        for (int i = ordered.length - 1; i >= 0; i--) {
            ordered[i] = best.remove();
        }
        return ordered;
    }

    /// Adds up products of weights with every other item that shares a person; tells which those are.
    private static int[] link(int item, Histories items, Histories persons, double[] dots, int[] links) {
        IntStream.Builder touched = IntStream.builder();
        for (int i = 0; i < items.others()[item].length; i++) {
            int person = items.others()[item][i];
            double weight = items.weights()[item][i];
            int[] history = persons.others()[person];
            for (int k = 0; k < history.length; k++) {
                int other = history[k];
                if (other == item) {
                    continue;
                }
                if (links[other]++ == 0) {
                    touched.add(other);
                }
                dots[other] += weight * persons.weights()[person][k];
            }
        }
        return touched.build().toArray();
    }

    @Override
    public double[] scores(int person, int[] items) {
        double[] scores = new double[items.length];
        if (person >= persons.size()) {
            return scores;
        }
        int[] history = persons.others()[person];
        for (int i = 0; i < items.length; i++) {
            scores[i] = items[i] < neighbours.length ? score(items[i], history, persons.weights()[person]) : 0;
        }
        return scores;
    }

    private double score(int item, int[] history, double[] weights) {
        double score = 0;
        for (int i = 0; i < neighbours[item].length; i++) {
            int at = Arrays.binarySearch(history, neighbours[item][i]);
            if (at >= 0) {
                score += likenesses[item][i] * weights[at];
            }
        }
        return score;
    }
}
