package dev.upswell.forecast.reach;

import dev.upswell.numeric.LowerBound;
import java.util.ArrayList;
import java.util.List;

/// What is expected of a video's views, as a whole distribution.
///
/// A median and a spread of its own, and the shape that the standardised errors of held-back videos had: of those, five in a
/// hundred lay below the 5 % quantile by construction.
///
/// **units** decimal logarithm of one more than the views
///
/// @param spread one unit of the standardised errors, above 0
public record ViewDistribution(double median, double spread, Residuals residuals) {

    /// Lower ends of the classes of views, in views; the first class begins at 0.
    public static final List<Long> CLASS_STARTS = List.of(0L, 1_000L, 10_000L, 100_000L, 1_000_000L);

    /// Standardised errors of held-back videos, ascending, as quantiles at equal steps.
    ///
    /// Beyond both ends the probability falls off exponentially, so that no two videos tie and nothing is impossible.
    ///
    /// **shape** the array is shared, not copied
    ///
    /// @param count how many errors there were
    public record Residuals(double[] quantiles, int count) {

        private static final double TAIL_SHARE = 0.1;

        public Residuals {
            if (quantiles.length < 2 || count < quantiles.length) {
                throw new IllegalArgumentException("residuals (" + quantiles.length + " quantiles of " + count
                        + ") need at least two\nMaybe nothing was held back.");
            }
        }

        /// The share of errors below this one, strictly between 0 and 1.
        double below(double error) {
            int last = quantiles.length - 1;
            double edge = 1.0 / (count + 1);
            if (error <= quantiles[0]) {
                return edge * Math.exp(-(quantiles[0] - error) / tail(0));
            }
            if (error >= quantiles[last]) {
                return 1 - edge * Math.exp(-(error - quantiles[last]) / tail(last));
            }
            int upper = LowerBound.of(quantiles.length, i -> quantiles[i] <= error);
            double gap = quantiles[upper] - quantiles[upper - 1];
            double position = upper - 1 + (error - quantiles[upper - 1]) / gap;
            return edge + (1 - 2 * edge) * position / last;
        }

        double at(double share) {
            int last = quantiles.length - 1;
            double edge = 1.0 / (count + 1);
            double position = Math.clamp((share - edge) / (1 - 2 * edge), 0, 1) * last;
            int low = (int) Math.min(last - 1, Math.floor(position));
            return quantiles[low] + (position - low) * (quantiles[low + 1] - quantiles[low]);
        }

        private double tail(int end) {
            int last = quantiles.length - 1;
            int inner = (int) Math.round(end == 0 ? TAIL_SHARE * last : (1 - TAIL_SHARE) * last);
            return Math.max(1e-3, Math.abs(quantiles[end] - quantiles[inner]) / -Math.log(TAIL_SHARE));
        }
    }

    /// The probability of more than this.
    public double above(double logViews) {
        return 1 - residuals.below((logViews - median) / spread);
    }

    /// The value below which this share lies; shares beyond the held-back errors give the outermost of them.
    public double quantile(double share) {
        return median + spread * residuals.at(share);
    }

    /// The probability of each class of views, adding up to 1.
    public List<Double> classes() {
        List<Double> shares = new ArrayList<>();
        double above = 1;
        for (int i = 1; i <= CLASS_STARTS.size(); i++) {
            double next = i == CLASS_STARTS.size() ? 0 : above(ReachTarget.logViews(CLASS_STARTS.get(i)));
            shares.add(above - next);
            above = next;
        }
        return List.copyOf(shares);
    }

    /// The class of views that this value belongs to.
    static int classOf(double logViews) {
        double views = ReachTarget.views(logViews) + 1e-6;
        int found = 0;
        for (int i = 1; i < CLASS_STARTS.size(); i++) {
            found = views >= CLASS_STARTS.get(i) ? i : found;
        }
        return found;
    }
}
