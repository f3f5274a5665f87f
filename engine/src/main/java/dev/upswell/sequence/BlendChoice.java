package dev.upswell.sequence;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.ScoredPairs;
import dev.upswell.numeric.LowerBound;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which of the two blends is kept, and why.
///
/// @param notes the figures that decided, for the record
public record BlendChoice(Blend blend, String notes) {

    /// Fits stacking on the earlier half of the held-back cuts and compares both blends on the later half, so that neither has
    /// seen what judges it; the better by PR-AUC is kept, and stacking is then fitted on all of them.
    ///
    /// **absence** where a half has only one class, the usual weights stay.
    public static BlendChoice of(double[] first, double[] second, Dataset heldBack, long seed) {
        int border = middle(heldBack.cuts());
        Dataset earlier = heldBack.slice(0, border);
        Dataset later = heldBack.slice(border, heldBack.size());
        Optional<Double> alone = precision(Arrays.copyOfRange(first, border, first.length), later, seed);
        if (earlier.positives() == 0 || earlier.positives() == earlier.size() || alone.isEmpty()) {
            return new BlendChoice(Blend.Weighted.USUAL,
                    "Blend: 0.6 and 0.4, because too few held-back days tell which blend is better.");
        }
        Blend tried = Blend.Stacked.fit(Arrays.copyOf(first, border), Arrays.copyOf(second, border), earlier.labels());
        double weighted = precision(blended(Blend.Weighted.USUAL, first, second, border), later, seed).orElse(0.0);
        double stacked = precision(blended(tried, first, second, border), later, seed).orElse(0.0);
        String figures = String.format(Locale.ROOT,
                "PR-AUC on the later half of the held-back days: %.3f with 0.6 and 0.4, %.3f stacked, %.3f of the trees alone.",
                weighted, stacked, alone.get());
        return stacked > weighted
                ? new BlendChoice(Blend.Stacked.fit(first, second, heldBack.labels()), "Blend: stacking. " + figures)
                : new BlendChoice(Blend.Weighted.USUAL, "Blend: 0.6 and 0.4. " + figures);
    }

    /// The first row of the later half of the cuts.
    private static int middle(long[] cuts) {
        long[] distinct = Arrays.stream(cuts).distinct().toArray();
        long border = distinct.length == 0 ? 0 : distinct[distinct.length / 2];
        return LowerBound.of(cuts.length, row -> cuts[row] < border);
    }

    private static double[] blended(Blend blend, double[] first, double[] second, int from) {
        return blend.of(Arrays.copyOfRange(first, from, first.length),
                Arrays.copyOfRange(second, from, second.length));
    }

    private static Optional<Double> precision(double[] scores, Dataset rows, long seed) {
        return Evaluation.of(new ScoredPairs(scores, rows.labels(), rows.entities(), rows.cuts()), 0, seed)
                .map(found -> found.value(Figure.PR_AUC));
    }
}
