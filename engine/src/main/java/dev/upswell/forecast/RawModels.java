package dev.upswell.forecast;

import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.FeatureSet;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.LeakGuard;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LeastSquares;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.QuantileRange;
import dev.upswell.numeric.LowerBound;
import dev.upswell.sequence.DrawnRows;
import dev.upswell.sequence.LabelledSequences;
import dev.upswell.sequence.SequenceModel;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fits rules and models on all rows whose labels were known at an instant, each at most once.
///
/// The fit of an instant serves twice: to score what comes then, and, weeks later, to tell the calibration how such a fit
/// does on rows it has not seen. A weekly backtest therefore costs one fit a week.
///
/// Fits may be asked for by several threads; each of one kind and instant by one.
final class RawModels {

    /// What takes long enough to be fitted side by side, on one thread each.
    private static final Set<SurgeKind> SIDE_BY_SIDE = EnumSet.of(SurgeKind.LOGISTIC, SurgeKind.TREES);

    private final EntityBook book;
    private final Dataset rows;
    private final float[] growths;
    /// When the label of each row and of all before it was known.
    private final long[] knownAt;
    private final TrainSettings settings;
    private final Map<Key, RawScore> scores = new ConcurrentHashMap<>();
    private final Map<Long, BoostedTrees> ranges = new ConcurrentHashMap<>();
    private final Renewal renewal;
    private @Nullable Dataset latest;
    private Span latestSpan = new Span(0, 0);

    /// @param rows all labelled rows, whenever known
    /// @param outcomes what came of each row
    ///
    /// @param renewal when networks are trained anew
    ///
    /// **errors** `IllegalArgumentException` when a column of the rows is an outcome, or none of the feature set.
    RawModels(EntityBook book, Dataset rows, SurgeRows.Outcomes outcomes, TrainSettings settings, Renewal renewal) {
        this.book = book;
        this.renewal = renewal;
        LeakGuard.admit(rows.columns(), settings.features().set(), HashtagFeatures.OUTCOMES);
        this.rows = rows;
        growths = outcomes.growths();
        knownAt = inOrder(outcomes.knownAt());
        this.settings = settings;
    }

    /// When the label of each row and of all before it was known.
    static long[] inOrder(long[] knownAt) {
        long[] ascending = knownAt.clone();
        for (int i = 1; i < ascending.length; i++) {
            ascending[i] = Math.max(ascending[i], ascending[i - 1]);
        }
        return ascending;
    }

    /// Names a raw score.
    ///
    /// @param knownBy epoch second of the knowledge that it was fitted on
    record Key(SurgeKind kind, long knownBy) {
    }

    private record Span(int from, int to) {
    }

    /// When networks are trained anew: whenever a fit is asked for, or in a grid of instants, because it takes minutes.
    ///
    /// @param from epoch seconds of an instant of the grid
    /// @param every seconds; 1 for always
    record Renewal(long from, long every) {

        static final Renewal ALWAYS = new Renewal(0, 1);

        /// The latest instant of the grid at or before this one.
        long last(long second) {
            return from + Math.floorDiv(second - from, every) * every;
        }
    }

    RawScore.Asked asked(Dataset some) {
        return new RawScore.Asked(some, book);
    }

    float[] growths() {
        return growths;
    }

    /// How many rows a training at this second learns from.
    int known(long knownBy) {
        return end(knownBy) - first(knownBy);
    }

    /// How many rows, from the first, had their label at this second.
    private int end(long knownBy) {
        return LowerBound.of(knownAt.length, row -> knownAt[row] <= knownBy);
    }

    /// The first row that a training at this second learns from.
    private int first(long knownBy) {
        return Math.min(end(knownBy), rows.firstAt(settings.learntFrom(knownBy)));
    }

    /// The rows that a training at this second learns from: their label was known, and their cut lies in the window of the
    /// settings. The latest answer is kept, because every kind asks for it.
    synchronized Dataset knownRows(long knownBy) {
        Span span = new Span(first(knownBy), end(knownBy));
        if (latest == null || !span.equals(latestSpan)) {
            latest = rows.slice(span.from(), span.to());
            latestSpan = span;
        }
        return latest;
    }

    /// What came of these rows, in their order.
    float[] knownGrowths(long knownBy) {
        return Arrays.copyOfRange(growths, first(knownBy), end(knownBy));
    }

    /// How many of the rows that a training at this second learns from are surges.
    int knownPositives(long knownBy) {
        int count = 0;
        int end = end(knownBy);
        for (int i = first(knownBy); i < end; i++) {
            count += rows.labels()[i] > 0 ? 1 : 0;
        }
        return count;
    }

    /// Whether a training at this second knows enough surges to learn from.
    boolean hasEnough(long knownBy) {
        return knownPositives(knownBy) >= settings.minPositives();
    }

    /// Fits side by side what a training at this second will ask for one after the other. Nothing from as many rows on as make a
    /// single fit of trees take all cores: then all else waits its turn too.
    ///
    /// @param ranged whether it will ask for ranges too
    void prepare(Collection<SurgeKind> kinds, long trainingSecond, boolean ranged) {
        if (!hasEnough(trainingSecond) || known(trainingSecond) >= BoostedTrees.ROWS_WORTH_THREADS) {
            return;
        }
        Stream<Runnable> range = !ranged
                ? Stream.empty()
                : SurgeTrainer.rangeKnowsUntil(this, settings, trainingSecond).stream()
                        .map(earlier -> () -> range(earlier));
        Stream<Runnable> fits = kinds.stream()
                .flatMap(kind -> SurgeFit.needs(kind, this, settings, trainingSecond)).distinct()
                .filter(need -> SIDE_BY_SIDE.contains(need.kind()))
                .map(need -> () -> score(need.kind(), need.knownBy()));
        Stream.concat(fits, range).toList().parallelStream().forEach(Runnable::run);
    }

    /// The raw scores fitted so far.
    Set<Key> fitted() {
        return Set.copyOf(scores.keySet());
    }

    RawScore score(SurgeKind kind, long knownBy) {
        Key key = new Key(kind, kind == SurgeKind.SEQUENCE ? lastNetwork(knownBy) : knownBy);
        RawScore score = scores.get(key);
        if (score == null) {
            score = fit(kind, key.knownBy());
            scores.put(key, score);
        }
        return score;
    }

    /// The grid may begin before there was anything to learn from.
    private long lastNetwork(long knownBy) {
        long last = renewal.last(knownBy);
        return hasEnough(last) ? last : knownBy;
    }

    /// The share of surges among the rows that a training at this second learns from.
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
            trees = QuantileRange.train(known.withLabels(knownGrowths(knownBy)), settings.rangeTrees(), emptyColumns());
            ranges.put(knownBy, trees);
        }
        return trees;
    }

    /// Drops fits that no later training will ask for.
    void forgetBefore(long knownBy) {
        scores.keySet().removeIf(key -> key.knownBy() < (key.kind() == SurgeKind.SEQUENCE
                ? renewal.last(knownBy)
                : knownBy));
        ranges.keySet().removeIf(key -> key < knownBy);
    }

    private RawScore fit(SurgeKind kind, long knownBy) {
        Dataset known = knownRows(knownBy);
        return switch (kind) {
            case PREVALENCE -> prevalence(known);
            case LAST_VELOCITY -> column(baselines().persistence());
            case WEEK_GROWTH -> column(baselines().longGrowth());
            case HAWKES -> column(baselines().excitation());
            case LOG_LINEAR -> new RawScore.LogLinear(
                    LeastSquares.of(known.withLabels(knownGrowths(knownBy)),
                            RawScore.LogLinear.columns(settings.features())));
            case LOGISTIC -> new RawScore.Learned(LogisticRegression.train(known, settings.logistic()));
            case TREES -> new RawScore.Learned(BoostedTrees.probability(known, settings.trees(), emptyColumns(),
                    TrainSettings.directions(settings.features())));
            case SEQUENCE -> network(known, knownBy);
            case ENSEMBLE -> throw new IllegalArgumentException(
                    "ensemble must be blended from fits, it has none of its own\nMaybe ask SurgeFit.");
            case IMPORTED -> throw new IllegalArgumentException(
                    "imported model must come as a file, it is not trained here\nMaybe choose a kind that is.");
        };
    }

    private RawScore network(Dataset known, long knownBy) {
        long step = book.usualStep(knownBy);
        DrawnRows drawn = DrawnRows.of(known.labels(), known.cuts(), known.entities(), settings.sequence().maxRows());
        Dataset some = known.rows(drawn.indices());
        return new RawScore.Sequence(SequenceModel.train(new LabelledSequences(asked(some).sequences(step),
                some.labels(), drawn.weights(), some.cuts()), settings.sequence()), step);
    }

    private BoostedTrees.EmptyColumns emptyColumns() {
        return TrainSettings.emptyColumns(settings.features());
    }

    private FeatureRecipe.Baselines baselines() {
        return settings.features().baselines(settings.protocol().horizon());
    }

    private RawScore column(String name) {
        FeatureSet set = settings.features().set();
        return new RawScore.Column(set.indexOf(name), set.size());
    }
}
