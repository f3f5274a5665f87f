package dev.upswell.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How far the mixture of categories in a list is from what the person likes: the Kullback-Leibler divergence of the list's mixture,
/// smoothed by a hundredth of the person's, from the person's own.
///
/// **range** 0 (the same mixture) to about 6.6 (nothing of what the person likes), in bits · **source** Steck, Calibrated
/// recommendations (RecSys 2018)
public final class InterestCalibration {

    private static final double SMOOTHING = 0.01;

    private InterestCalibration() {
    }

    /// The divergence of one list.
    ///
    /// @param liked what a person likes by category, weights from 0, in any sum
    /// @param shown categories of each item by weight; an item without any counts for nothing
    /// @return empty where a person likes nothing, or where no item has a category
    public static <C> OptionalDouble of(Map<C, Double> liked, List<Map<C, Double>> shown) {
        Map<C, Double> wanted = shares(liked);
        Map<C, Double> given = new HashMap<>();
        for (Map<C, Double> item : shown) {
            shares(item).forEach((category, share) -> given.merge(category, share, Double::sum));
        }
        if (wanted.isEmpty() || given.isEmpty()) {
            return OptionalDouble.empty();
        }
        Map<C, Double> mixture = shares(given);
        double divergence = 0;
        for (Map.Entry<C, Double> category : wanted.entrySet()) {
            double share = category.getValue();
            double smoothed = (1 - SMOOTHING) * mixture.getOrDefault(category.getKey(), 0.0) + SMOOTHING * share;
            divergence += share * Math.log(share / smoothed) / Math.log(2);
        }
        return OptionalDouble.of(Math.max(0, divergence));
    }

    private static <C> Map<C, Double> shares(Map<C, Double> weights) {
        double sum = 0;
        for (double weight : weights.values()) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights " + weights
                        + " must be numbers from 0\nMaybe an affinity is unknown: leave the category out.");
            }
            sum += weight;
        }
        Map<C, Double> shares = new HashMap<>();
        for (Map.Entry<C, Double> weight : weights.entrySet()) {
            if (weight.getValue() > 0) {
                shares.put(weight.getKey(), weight.getValue() / sum);
            }
        }
        return shares;
    }
}
