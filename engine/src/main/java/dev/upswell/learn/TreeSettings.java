package dev.upswell.learn;

import java.util.HashMap;
import java.util.Map;

/// How a boosted-tree model is grown.
///
/// @param maxBins how many buckets a feature is cut into
/// @param negativeShare the share of negative rows that is kept, each with the inverse as its weight; 1 keeps all
/// @param halfLifeDays age at which a row counts half as much as the newest; 0 weighs all the same
/// @param monotone whether the answer is held to the directions that are known of some columns; only of probabilities
public record TreeSettings(int rounds, int depth, double learningRate, double rowShare, double columnShare,
        double minChildWeight, double lambda, int maxBins, double negativeShare, double halfLifeDays, long seed,
        boolean monotone) {

    public TreeSettings {
        if (rounds < 1 || depth < 1 || !(learningRate > 0) || !(negativeShare > 0 && negativeShare <= 1)) {
            throw new IllegalArgumentException("tree settings (" + rounds + " rounds, depth " + depth + ", rate "
                    + learningRate + ", negatives " + negativeShare
                    + ") must be positive, shares at most 1\nMaybe a setting is missing.");
        }
    }

    /// Settings that hold no column to a direction.
    public TreeSettings(int rounds, int depth, double learningRate, double rowShare, double columnShare,
            double minChildWeight, double lambda, int maxBins, double negativeShare, double halfLifeDays, long seed) {
        this(rounds, depth, learningRate, rowShare, columnShare, minChildWeight, lambda, maxBins, negativeShare,
                halfLifeDays, seed, false);
    }

    /// The same settings with another seed.
    public TreeSettings seed(long other) {
        return new TreeSettings(rounds, depth, learningRate, rowShare, columnShare, minChildWeight, lambda, maxBins,
                negativeShare, halfLifeDays, other, monotone);
    }

    /// The same settings, with or without being held to known directions.
    public TreeSettings monotone(boolean wanted) {
        return new TreeSettings(rounds, depth, learningRate, rowShare, columnShare, minChildWeight, lambda, maxBins,
                negativeShare, halfLifeDays, seed, wanted);
    }

    /// The same settings by the names that XGBoost calls them; more may be put in.
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tree_method", "hist");
        parameters.put("verbosity", 0);
        parameters.put("seed", seed);
        parameters.put("max_depth", depth);
        parameters.put("eta", learningRate);
        parameters.put("subsample", rowShare);
        parameters.put("colsample_bytree", columnShare);
        parameters.put("min_child_weight", minChildWeight);
        parameters.put("lambda", lambda);
        parameters.put("max_bin", maxBins);
        return parameters;
    }
}
