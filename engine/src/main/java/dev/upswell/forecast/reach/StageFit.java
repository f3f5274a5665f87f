package dev.upswell.forecast.reach;

import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Dataset;
import dev.upswell.numeric.Quantiles;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// What was learnt for one stage: the plain rule, trees for the median and the quartiles of what it leaves, and the shape of
/// both errors on videos that neither had seen.
///
/// Trees of the earlier videos foretell the held-back later ones; their standardised errors shape the distribution of trees
/// that have seen all · **source** Vovk, Shen, Manokhin and Xie, Nonparametric predictive distributions based on conformal
/// prediction (2019), split form with a spread per video.
///
/// @param ruleErrors of the rule in log10 views
/// @param median of the rule's error
/// @param quartiles of the rule's error
/// @param errors of rule and trees together in units of the spread
record StageFit(CentreRule rule, ViewDistribution.Residuals ruleErrors, BoostedTrees median, BoostedTrees quartiles,
        ViewDistribution.Residuals errors, int videos) {

    private static final double LEAST_SPREAD = 0.05;
    private static final int QUANTILES = 200;
    /// With fewer left, videos that were asked about a little too early are held back as well.
    private static final int LEAST_HELD_BACK = 25;

    /// The fit of these rows, in the order in which their outcomes became known.
    ///
    /// **errors** `IllegalArgumentException` when a column is none of the feature set: what a video became can be no feature
    ///
    /// @param lagSeconds from the question to the outcome: as long after the last outcome that the earlier trees learnt from, a
    ///     held-back video may first be asked about, as it is when the model serves
    static StageFit of(ReachStage stage, Dataset rows, long lagSeconds, ReachSettings settings) {
        if (!rows.columns().equals(ReachFeatures.names())) {
            throw new IllegalArgumentException("columns of the training rows (" + rows.columns() + ") must be those of "
                    + ReachFeatures.VERSION + "\nMaybe an outcome got among them.");
        }
        int seen = (int) Math.round(rows.size() * (1 - settings.heldBackShare()));
        Dataset earlier = rows.slice(0, seen);
        int asked = rows.firstAt(rows.cuts()[seen - 1] + lagSeconds);
        Dataset heldBack = rows.slice(rows.size() - asked < LEAST_HELD_BACK ? seen : asked, rows.size());
        CentreRule earlierRule = CentreRule.fit(stage, earlier);
        Dataset earlierErrors = beyond(earlierRule, earlier);
        float[] left = beyond(earlierRule, heldBack).labels();
        double[] centres = median(earlierErrors, settings).scores(heldBack.values(), heldBack.size());
        double[] spreads = spreads(quartiles(earlierErrors, settings), heldBack.values(), heldBack.size());
        CentreRule rule = CentreRule.fit(stage, rows);
        Dataset errors = beyond(rule, rows);
        return new StageFit(rule, residuals(heldBack.size(), i -> left[i]), median(errors, settings),
                quartiles(errors, settings), residuals(heldBack.size(), i -> (left[i] - centres[i]) / spreads[i]),
                rows.size());
    }

    /// What the rule leaves to be explained: the trees then start from the rule, and reach as far beyond what they have seen.
    private static Dataset beyond(CentreRule rule, Dataset rows) {
        double[] centres = rule.of(rows.values(), rows.size());
        float[] left = new float[rows.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) (rows.labels()[i] - centres[i]);
        }
        return rows.withLabels(left);
    }

    private static BoostedTrees median(Dataset rows, ReachSettings settings) {
        return BoostedTrees.quantiles(rows, settings.trees(), 0.5);
    }

    private static BoostedTrees quartiles(Dataset rows, ReachSettings settings) {
        return BoostedTrees.quantiles(rows, settings.trees(), 0.25, 0.75);
    }

    private static double[] spreads(BoostedTrees quartiles, float[] values, int rows) {
        float[][] foretold = quartiles.predict(values, rows);
        double[] spreads = new double[rows];
        Arrays.setAll(spreads, i -> Math.max(LEAST_SPREAD, foretold[i][1] - foretold[i][0]));
        return spreads;
    }

    private static ViewDistribution.Residuals residuals(int count, IntToDoubleFunction error) {
        double[] sorted = new double[count];
        Arrays.setAll(sorted, error);
        Arrays.sort(sorted);
        double[] quantiles = new double[Math.min(count, QUANTILES)];
        Arrays.setAll(quantiles, i -> Quantiles.ofSorted(sorted, (double) i / (quantiles.length - 1)));
        return new ViewDistribution.Residuals(quantiles, count);
    }

    ViewDistribution[] distributions(float[] values, int rows) {
        double[] ruled = rule.of(values, rows);
        double[] moved = median.scores(values, rows);
        double[] spreads = spreads(quartiles, values, rows);
        ViewDistribution[] all = new ViewDistribution[rows];
        Arrays.setAll(all, i -> new ViewDistribution(ruled[i] + moved[i], spreads[i], errors));
        return all;
    }

    ViewDistribution[] ruleDistributions(float[] values, int rows) {
        double[] centres = rule.of(values, rows);
        ViewDistribution[] all = new ViewDistribution[rows];
        Arrays.setAll(all, i -> new ViewDistribution(centres[i], 1, ruleErrors));
        return all;
    }
}
