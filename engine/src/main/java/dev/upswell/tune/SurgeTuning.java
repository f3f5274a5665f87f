package dev.upswell.tune;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.LeakGuard;
import dev.upswell.forecast.SurgeTrainer;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Searches for trainer settings that forecast surges better than the usual ones, on nothing but what a training at that
/// instant could know.
///
/// Scores are compared before calibration, because PR-AUC asks for the order alone.
public final class SurgeTuning {

    private static final int SAMPLES = 400;
    private static final double[] RIDGES = {1, 3, 30, 100};

    private final TuningRequest request;
    private final Dataset rows;
    private final HalvingSearch.Progress progress;
    private final Folds folds;
    private final Map<String, Dataset> narrowed = new HashMap<>();

    /// **errors** `IllegalArgumentException` when a column of the rows is an outcome, or none of the feature set.
    SurgeTuning(TuningRequest request, Dataset rows, Folds folds, HalvingSearch.Progress progress) {
        LeakGuard.admit(rows.columns(), request.usual().features().set(), HashtagFeatures.OUTCOMES);
        this.request = request;
        this.rows = rows;
        this.folds = folds;
        this.progress = progress;
    }

    /// The search over all that was known at an instant.
    ///
    /// **absence** empty when a part of the window has too few surges to learn from or to judge by · **cost** features once,
    /// then some 14 trainings for every nine candidates.
    public static Optional<TuningReport> run(Map<EntityId, EntitySeries> entities, Instant knownBy,
            TuningRequest request, HalvingSearch.Progress progress) {
        SurgeTrainer.Known known = SurgeTrainer.known(entities, knownBy, request.usual());
        return Folds.of(known.rows(), known.knownAt(), request.usual().minPositives())
                .map(folds -> new SurgeTuning(request, known.rows(), folds, progress).report(knownBy));
    }

    private TuningReport report(Instant knownBy) {
        SearchResult<LogisticRegression.Settings> regression = regression();
        SearchResult<TreeChoice> trees = trees();
        return new TuningReport(knownBy, rows.size(), rows.positives(), cut(folds.search().getFirst()),
                cut(folds.confirmation()), trees, regression);
    }

    private Instant cut(Fold part) {
        return Instant.ofEpochSecond(rows.cuts()[part.from()]);
    }

    private SearchResult<LogisticRegression.Settings> regression() {
        LogisticRegression.Settings usual = request.usual().logistic();
        List<LogisticRegression.Settings> others = new ArrayList<>();
        for (double ridge : RIDGES) {
            if (ridge != usual.ridge()) {
                others.add(new LogisticRegression.Settings(ridge, usual.negativeShare()));
            }
        }
        return new HalvingSearch<LogisticRegression.Settings>(rows, folds, this::regressed, SAMPLES, request.seed())
                .run(usual, others, number -> Optional.empty(), request.regression(), candidates -> {
                });
    }

    private double[] regressed(LogisticRegression.Settings settings, Fold part) {
        Dataset judged = rows.slice(part.from(), part.to());
        return LogisticRegression.train(learnt(rows, part), settings).scores(judged.values(), judged.size());
    }

    /// What a training at the beginning of this part would learn from.
    private Dataset learnt(Dataset some, Fold part) {
        int from = some.firstAt(request.usual().learntFrom(some.cuts()[part.from()]));
        return some.slice(Math.min(from, part.known()), part.known());
    }

    private SearchResult<TreeChoice> trees() {
        TrainSettings usual = request.usual();
        List<@Nullable String> sets = featureSets(usual.features());
        TreeSpace drawn = new TreeSpace(usual.trees(), request.seed());
        Space<TreeChoice> space = number -> Optional
                .of(new TreeChoice(sets.get(number % sets.size()), drawn.settings(number)));
        List<TreeChoice> first = new ArrayList<>(
                request.earlier().stream().filter(one -> sets.contains(one.featureSet())).toList());
        first.add(new TreeChoice(null, other(usual.trees())));
        first.add(new TreeChoice(null, usual.trees().monotone(!usual.trees().monotone())));
        return new HalvingSearch<TreeChoice>(rows, folds, this::grown, SAMPLES, request.seed())
                .run(new TreeChoice(null, usual.trees()), first, space, request.trees(), progress);
    }

    /// The shallow trees beside any others, and the deeper ones beside those.
    private static TreeSettings other(TreeSettings usual) {
        TreeSettings shallow = TrainSettings.SHALLOW_TREES.seed(usual.seed()).monotone(usual.monotone());
        return shallow.equals(usual)
                ? TrainSettings.STANDARD.trees().seed(usual.seed()).monotone(usual.monotone())
                : shallow;
    }

    private double[] grown(TreeChoice choice, Fold part) {
        FeatureRecipe recipe = choice.recipe(request.usual().features());
        Dataset columns = narrowed.computeIfAbsent(recipe.set().version(), version -> narrow(recipe));
        Dataset judged = columns.slice(part.from(), part.to());
        return BoostedTrees.probability(learnt(columns, part), choice.trees(),
                TrainSettings.emptyColumns(recipe), TrainSettings.directions(recipe))
                .scores(judged.values(), judged.size());
    }

    /// The suiting set, which is none by name, and those that hold nothing but columns of it.
    private static List<@Nullable String> featureSets(FeatureRecipe suiting) {
        List<@Nullable String> sets = new ArrayList<>();
        sets.add(null);
        for (FeatureRecipe other : FeatureRecipes.ALL) {
            if (other != suiting && suiting.set().names().containsAll(other.set().names())) {
                sets.add(other.set().version());
            }
        }
        return sets;
    }

    private Dataset narrow(FeatureRecipe recipe) {
        List<String> names = recipe.set().names();
        if (names.equals(rows.columns())) {
            return rows;
        }
        int[] from = names.stream().mapToInt(rows.columns()::indexOf).toArray();
        float[] values = new float[rows.size() * from.length];
        IntStream.range(0, rows.size()).forEach(row -> {
            for (int column = 0; column < from.length; column++) {
                values[row * from.length + column] = rows.values()[row * rows.columns().size() + from[column]];
            }
        });
        return new Dataset(names, values, rows.labels(), rows.entities(), rows.cuts());
    }
}
