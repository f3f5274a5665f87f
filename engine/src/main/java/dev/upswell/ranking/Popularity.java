package dev.upswell.ranking;

import java.util.Arrays;
import java.util.List;

/// Scores items by how much all people together did with them, the same for everybody.
public final class Popularity implements ItemScorer {

    private final double[] weights;

    private Popularity(double[] weights) {
        this.weights = weights;
    }

    /// The popularity of items after these interactions.
    public static Popularity of(List<Interaction> interactions) {
        double[] weights = new double[interactions.stream().mapToInt(Interaction::item).max().orElse(-1) + 1];
        interactions.forEach(interaction -> weights[interaction.item()] += interaction.weight());
        return new Popularity(weights);
    }

    /// The sum of weights of this item; 0 where nobody did anything with it.
    public double of(int item) {
        return item < weights.length ? weights[item] : 0;
    }

    @Override
    public double[] scores(int person, int[] items) {
        return Arrays.stream(items).mapToDouble(this::of).toArray();
    }
}
