package dev.upswell.forecast;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.LeakGuard;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LeastSquares;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.QuantileRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fits rules and models on all rows whose labels were known at an instant, each at most once.
///
/// The fit of an instant serves twice: to score what comes then, and, weeks later, to tell the calibration how such a fit
/// does on rows it has not seen. A weekly backtest therefore costs one fit a week.
final class RawModels {

    private final Dataset rows;
    private final float[] growths;
    private final TrainSettings settings;
    private final Map<Key, RawScore> scores = new HashMap<>();
    private final Map<Long, BoostedTrees> ranges = new HashMap<>();
    private @Nullable Dataset latest;

    /// @param rows all labelled rows, whenever known
    /// @param growths the growth of each row
    ///
    /// **errors** `IllegalArgumentException` when a column of the rows is an outcome, or none of the feature set.
    RawModels(Dataset rows, float[] growths, TrainSettings settings) {
        LeakGuard.admit(rows.columns(), HashtagFeatures.V1, HashtagFeatures.OUTCOMES);
        this.rows = rows;
        this.growths = growths;
        this.settings = settings;
    }

    private record Key(SurgeKind kind, long knownBy) {
    }

    Dataset rows() {
        return rows;
    }

    float[] growths() {
        return growths;
    }

    /// How many rows, from the first, had their label at this second.
    int known(long knownBy) {
        return rows.firstAt(knownBy - SurgeProtocol.horizonSeconds() + 1);
    }

    /// The rows whose label was known at this second; the latest answer is kept, because every kind asks for it.
    Dataset knownRows(long knownBy) {
        int size = known(knownBy);
        if (latest == null || latest.size() != size) {
            latest = rows.slice(0, size);
        }
        return latest;
    }

    /// How many of the rows whose label was known at this second are surges.
    int knownPositives(long knownBy) {
        int count = 0;
        int size = known(knownBy);
        for (int i = 0; i < size; i++) {
            count += rows.labels()[i] > 0 ? 1 : 0;
        }
        return count;
    }

    RawScore score(SurgeKind kind, long knownBy) {
        Key key = new Key(kind, knownBy);
        RawScore score = scores.get(key);
        if (score == null) {
            score = fit(kind, knownRows(knownBy));
            scores.put(key, score);
        }
        return score;
    }

    /// The share of surges among the rows whose label was known at this second.
    RawScore.Constant prevalence(long knownBy) {
        return prevalence(knownRows(knownBy));
    }

    /// Without a row it is what the bar is made for: one in twenty.
    private static RawScore.Constant prevalence(Dataset known) {
        return new RawScore.Constant(known.size() == 0
                ? 1 - SurgeProtocol.BAR_QUANTILE
                : (double) known.positives() / known.size());
    }

    /// Trees for the 5, 50 and 95 % quantiles of growth.
    BoostedTrees range(long knownBy) {
        BoostedTrees trees = ranges.get(knownBy);
        if (trees == null) {
            Dataset known = knownRows(knownBy);
            trees = QuantileRange.train(withGrowths(known), settings.rangeTrees());
            ranges.put(knownBy, trees);
        }
        return trees;
    }

    /// Drops fits that no later training will ask for.
    void forgetBefore(long knownBy) {
        scores.keySet().removeIf(key -> key.knownBy() < knownBy);
        ranges.keySet().removeIf(key -> key < knownBy);
    }

    private RawScore fit(SurgeKind kind, Dataset known) {
        return switch (kind) {
            case PREVALENCE -> prevalence(known);
            case LAST_VELOCITY -> column("growth_24h");
            case WEEK_GROWTH -> column("growth_7d");
            case HAWKES -> column("hawkes_growth_24h");
            case LOG_LINEAR -> new RawScore.LogLinear(LeastSquares.of(withGrowths(known), RawScore.LogLinear.COLUMNS));
            case LOGISTIC -> new RawScore.Learned(LogisticRegression.train(known, settings.logistic()));
            case TREES -> new RawScore.Learned(BoostedTrees.probability(known, settings.trees()));
        };
    }

    private static RawScore column(String name) {
        return new RawScore.Column(HashtagFeatures.V1.indexOf(name), HashtagFeatures.V1.size());
    }

    private Dataset withGrowths(Dataset known) {
        return known.withLabels(Arrays.copyOf(growths, known.size()));
    }
}
