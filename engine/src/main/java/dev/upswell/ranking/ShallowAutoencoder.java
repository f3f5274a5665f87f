package dev.upswell.ranking;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Scores items by the linear model that tells best, of all that people did, each item from the others (EASE).
///
/// With X the weights of persons and items, the weights between items are those that bring X·B nearest to X with a penalty on squares
/// and no item telling of itself. They are not kept: with K = (X·Xᵀ + penalty)⁻¹ over persons, the score of an item that a person did
/// nothing with is aᵀ·K·X·x / (1 − aᵀ·K·a), where a is the item's column of X and x what the person did.
///
/// What a person did may be weighed otherwise than what was learnt from, such as half after two weeks: see [#scoring].
///
/// **cost** squares of audiences and a third of persons³ to learn; of a score persons² once a person and the audience of each item ·
/// **source** Steck, Embarrassingly shallow autoencoders for sparse data (WWW 2019)
public final class ShallowAutoencoder {

    /// So many persons at most: learning from them takes half a minute and 500 MB, as from fewer 20 bytes × persons² (two matrices of
    /// doubles and one of floats at once).
    public static final int MOST_PERSONS = 5_000;

    private final Histories items;
    private final float[][] inverse;
    private final double[] left;

    private ShallowAutoencoder(Histories items, float[][] inverse) {
        this.items = items;
        this.inverse = inverse;
        left = new double[items.size()];
        for (int item = 0; item < left.length; item++) {
            left[item] = 1 - within(items.others()[item], items.weights()[item]);
        }
    }

    /// What these interactions tell.
    ///
    /// @param penalty on squared weights between items, above 0; in multiples of the mean over persons of their squared weights
    ///
    /// **errors** `IllegalArgumentException` for more than [#MOST_PERSONS]
    public static ShallowAutoencoder of(List<Interaction> interactions, double penalty) {
        Histories items = Histories.byItem(interactions);
        int persons = interactions.stream().mapToInt(Interaction::person).max().orElse(-1) + 1;
        if (persons > MOST_PERSONS || !(penalty > 0)) {
            throw new IllegalArgumentException("persons (" + persons + ") must be " + MOST_PERSONS
                    + " at most, and the penalty (" + penalty
                    + ") above 0\nMaybe take those who did something last.");
        }
        return new ShallowAutoencoder(items, inverse(items, persons, penalty));
    }

    /// The inverse of persons' products with one another and the penalty.
    private static float[][] inverse(Histories items, int persons, double penalty) {
        DMatrixRMaj products = new DMatrixRMaj(persons, persons);
        for (int item = 0; item < items.size(); item++) {
            int[] audience = items.others()[item];
            double[] weights = items.weights()[item];
            for (int i = 0; i < audience.length; i++) {
                int row = audience[i] * persons;
                for (int j = 0; j < audience.length; j++) {
                    products.data[row + audience[j]] += weights[i] * weights[j];
                }
            }
        }
        double absolute = penalty * CommonOps_DDRM.trace(products) / persons;
        for (int person = 0; person < persons; person++) {
            products.add(person, person, absolute);
        }
        DMatrixRMaj inverse = new DMatrixRMaj(persons, persons);
        if (persons > 0 && !CommonOps_DDRM.invertSPD(products, inverse)) {
            throw new IllegalStateException("products of " + persons
                    + " persons were not inverted\nMaybe a weight is not a number.");
        }
        float[][] rows = new float[persons][persons];
        for (int i = 0; i < persons; i++) {
            for (int j = 0; j < persons; j++) {
                rows[i][j] = (float) inverse.data[i * persons + j];
            }
        }
        return rows;
    }

    private double within(int[] audience, double[] weights) {
        double sum = 0;
        for (int i = 0; i < audience.length; i++) {
            float[] row = inverse[audience[i]];
            double along = 0;
            for (int j = 0; j < audience.length; j++) {
                along += row[audience[j]] * weights[j];
            }
            sum += weights[i] * along;
        }
        return sum;
    }

    /// Scores for people of whom this is known.
    ///
    /// @param did what each person did; persons may be others than those that were learnt from
    public ItemScorer scoring(List<Interaction> did) {
        Histories persons = Histories.byPerson(did);
        return (person, wanted) -> person < persons.size()
                ? scores(persons.others()[person], persons.weights()[person], wanted)
                : new double[wanted.length];
    }

    private double[] scores(int[] history, double[] weights, int[] wanted) {
        double[] scores = new double[wanted.length];
        double[] like = like(history, weights);
        for (int i = 0; i < wanted.length; i++) {
            int item = wanted[i];
            if (item < left.length) {
                scores[i] = dot(items.others()[item], items.weights()[item], like) / left[item];
            }
        }
        return scores;
    }

    /// How much each person that was learnt from counts for somebody who did this.
    private double[] like(int[] history, double[] weights) {
        double[] shared = new double[inverse.length];
        for (int k = 0; k < history.length; k++) {
            if (history[k] < left.length) {
                int[] audience = items.others()[history[k]];
                double[] heavy = items.weights()[history[k]];
                for (int i = 0; i < audience.length; i++) {
                    shared[audience[i]] += weights[k] * heavy[i];
                }
            }
        }
        double[] like = new double[inverse.length];
        for (int i = 0; i < like.length; i++) {
            float[] row = inverse[i];
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * shared[j];
            }
            like[i] = sum;
        }
        return like;
    }

    private static double dot(int[] places, double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += weights[i] * values[places[i]];
        }
        return sum;
    }
}
