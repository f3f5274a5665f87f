package dev.upswell.server.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the predictions of one model for the cuts of one day did.
///
/// @param threshold the alert threshold; null when the model has none, and its ten likeliest count as called
/// @param called pairs that were called
/// @param hits called and surged
/// @param misses surged and not called
/// @param falseSurges called and not surged
/// @param top10 the ten likeliest of each cut beside what surged
/// @param top50 the fifty likeliest
/// @param recallAtR share of the surges among the R likeliest of their cut, which had R surges; null without a surge
/// @param lead how early the calls came
/// @param ranges how often the views lay in the foretold range; null when no range could be judged
/// @param trailing the same model, or whichever served, over the trailing window that ends with this day
public record DayFigures(@Nullable Double threshold, int called, int hits, int misses, int falseSurges, TopK top10,
        TopK top50, @Nullable Double recallAtR, Lead lead, @Nullable Ranges ranges, Trailing trailing) {

    /// How many surges there were.
    public int surges() {
        return hits + misses;
    }

    /// The K likeliest of each cut.
    ///
    /// @param precision share of the K that surged, mean over the cuts; a cut with fewer pairs is still divided by K
    /// @param recall share of all surges that stood among them; null without a surge
    /// @param best largest recall that K places allow: 1 unless a cut had more than K surges; null without a surge
    /// @param overlap share of the K fastest growing of each cut that stood among its K likeliest, mean over the cuts
    public record TopK(int k, double precision, @Nullable Double recall, @Nullable Double best, double overlap) {
    }

    /// Hours from the cut of a call to the first reading whose growth passed the bar; a surge that was not called counts as 0.
    ///
    /// @param hours of each hit, ascending
    /// @param medianOverHits null without a hit
    /// @param medianOverAll null, like `mean`, without a surge whose time is known
    public record Lead(List<Double> hours, @Nullable Double medianOverHits, @Nullable Double medianOverAll,
            @Nullable Double mean) {

        public Lead {
            hours = List.copyOf(hours);
        }
    }

    /// Views beside the foretold 90 % ranges.
    ///
    /// @param within how many of `of` lay in their range
    /// @param width median of upper end over lower end
    public record Ranges(int within, int of, double width) {

        /// Share that lay in their range; 0.9 is right.
        public double coverage() {
            return (double) within / of;
        }
    }

    /// Figures that need more than a day.
    ///
    /// @param days length of the window
    /// @param prAuc null, like `auc`, until so many pairs of both classes are known that a ranking can be judged
    /// @param ece null, like `bins`' emptiness, until so many pairs are known that 15 bins mean something
    /// @param ranges null when no range could be judged
    public record Trailing(int days, int pairs, int surges, double prevalence, double brier, @Nullable Spread ece,
            @Nullable Spread prAuc, @Nullable Spread auc, @Nullable Ranges ranges, List<Bin> bins) {

        public Trailing {
            bins = List.copyOf(bins);
        }
    }

    /// A figure with its 95 % interval over resampled entities.
    public record Spread(double value, double low, double high) {
    }

    /// Of `count` pairs the model stated `stated` on average, and `observed` came true (95 % interval low to high).
    public record Bin(double stated, double observed, double low, double high, double count) {
    }
}
