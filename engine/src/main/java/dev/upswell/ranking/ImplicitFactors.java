package dev.upswell.ranking;

import dev.upswell.numeric.Cholesky;
import dev.upswell.numeric.Dice;
import java.util.List;

/// Scores items by the product of a person's and an item's hidden factors, learnt from what people did by alternating least squares.
///
/// What a person did with an item is taken as liking it, with a confidence of 1 + `alpha` × weight; what was not done as not liking it,
/// with a confidence of 1. Each half of a round solves all persons' factors exactly for the items' at hand, then the other way round.
/// Same interactions, settings and seed give the same factors.
///
/// **cost** a round: interactions × factors² + (persons + items) × factors³ · **source** Hu, Koren and Volinsky, Collaborative filtering
/// for implicit feedback datasets (ICDM 2008)
public final class ImplicitFactors implements ItemScorer {

    private final double[][] persons;
    private final double[][] items;

    private ImplicitFactors(double[][] persons, double[][] items) {
        this.persons = persons;
        this.items = items;
    }

    /// How factors are learnt.
    ///
    /// @param factors of each person and item, from 1
    /// @param rounds of both halves, from 1
    /// @param alpha what a weight of 1 adds to the confidence, above 0
    /// @param penalty on squared factors, above 0
    public record Settings(int factors, int rounds, double alpha, double penalty, long seed) {

        public Settings {
            if (factors < 1 || rounds < 1 || !(alpha > 0) || !(penalty > 0)) {
                throw new IllegalArgumentException(
                        "settings of factors (" + factors + " factors, " + rounds + " rounds, alpha "
                                + alpha + ", penalty " + penalty + ") must be above 0\nMaybe a setting was left out.");
            }
        }
    }

    /// The factors that fit these interactions.
    public static ImplicitFactors of(List<Interaction> interactions, Settings settings) {
        Histories byPerson = Histories.byPerson(interactions);
        Histories byItem = Histories.byItem(interactions);
        double[][] persons = new double[byPerson.size()][settings.factors()];
        double[][] items = new double[byItem.size()][settings.factors()];
        for (int item = 0; item < items.length; item++) {
            Dice dice = Dice.of(settings.seed(), "factors", item);
            for (int i = 0; i < settings.factors(); i++) {
                items[item][i] = 0.1 * dice.gaussian();
            }
        }
        for (int round = 0; round < settings.rounds(); round++) {
            solve(persons, byPerson, items, settings);
            solve(items, byItem, persons, settings);
        }
        return new ImplicitFactors(persons, items);
    }

    /// Solves the factors of all things, those of the others being given.
    static void solve(double[][] things, Histories histories, double[][] others, Settings settings) {
        double[][] products = products(others, settings.factors());
        for (int thing = 0; thing < things.length; thing++) {
            things[thing] = solved(histories.others()[thing], histories.weights()[thing], others, products, settings);
        }
    }

    private static double[] solved(int[] history, double[] weights, double[][] others, double[][] products,
            Settings settings) {
        int size = settings.factors();
        double[][] matrix = new double[size][];
        for (int i = 0; i < size; i++) {
            matrix[i] = products[i].clone();
            matrix[i][i] += settings.penalty();
        }
        double[] right = new double[size];
        for (int k = 0; k < history.length; k++) {
            double[] other = others[history[k]];
            double more = settings.alpha() * weights[k];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += more * other[i] * other[j];
                }
                right[i] += (1 + more) * other[i];
            }
        }
        return Cholesky.solve(matrix, right);
    }

    /// The lower triangle of the sum of all rows' outer products.
    private static double[][] products(double[][] rows, int size) {
        double[][] products = new double[size][size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        return products;
    }

    /// The factors of a person; all 0 for one who did nothing.
    double[] person(int person) {
        return persons[person].clone();
    }

    /// The factors of an item.
    double[] item(int item) {
        return items[item].clone();
    }

    @Override
    public double[] scores(int person, int[] wanted) {
        double[] scores = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            if (person < persons.length && wanted[i] < items.length) {
                scores[i] = Cholesky.dot(persons[person], items[wanted[i]]);
            }
        }
        return scores;
    }
}
