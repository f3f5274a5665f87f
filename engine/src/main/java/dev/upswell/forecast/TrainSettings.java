package dev.upswell.forecast;

import dev.upswell.companion.OutbreakFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.sequence.SequenceSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// How surge models are trained.
///
/// @param features how the rows are computed
/// @param sequence how the recurrent network is trained, where PyTorch is there
/// @param holdBackDays the latest days that fit the calibration, at least 1 and at most a third of the known history
/// @param minPositives at least 1; below this many surges a model would learn noise: the prevalence stands in
/// @param bandSamples bootstrap samples behind the interval of a probability; 0 for none
/// @param windowDays only cuts of so many days before a training are learnt from; 0 for all, however old
/// @param codeVersion the version of the code that trains, for the record
/// @param leftOut rows that nothing is learnt from
public record TrainSettings(SurgeProtocol protocol, FeatureRecipe features, TreeSettings trees, TreeSettings rangeTrees,
        LogisticRegression.Settings logistic, SequenceSettings sequence, Calibration.Kind calibration, int holdBackDays,
        int minPositives, int bandSamples, int windowDays, String codeVersion, LeftOut leftOut) {

    private static final long SEED = 20250101;

    public TrainSettings {
        if (holdBackDays < 1 || minPositives < 1 || bandSamples < 0) {
            throw new IllegalArgumentException("train settings (" + holdBackDays + " held-back days, " + minPositives
                    + " surges, " + bandSamples
                    + " band samples) need a day, a surge and no negative number\nMaybe start from STANDARD.");
        }
        if (windowDays < 0) {
            throw new IllegalArgumentException("training window (" + windowDays
                    + " days) must not be negative\nMaybe use 0, which learns from everything.");
        }
    }

    /// Settings that learn from every labelled row, however old.
    public TrainSettings(SurgeProtocol protocol, FeatureRecipe features, TreeSettings trees, TreeSettings rangeTrees,
            LogisticRegression.Settings logistic, SequenceSettings sequence, Calibration.Kind calibration,
            int holdBackDays, int minPositives, int bandSamples, String codeVersion) {
        this(protocol, features, trees, rangeTrees, logistic, sequence, calibration, holdBackDays, minPositives,
                bandSamples, 0, codeVersion, LeftOut.NONE);
    }

    /// Labelled rows that nothing is to be learnt from; what is asked and judged stays as it is.
    ///
    /// @param reason for the record of a model; empty when none are left out
    /// @param rows tells them by entity and cut, from what was known when the outcome was
    public record LeftOut(String reason, BiPredicate<EntityId, Instant> rows) {

        /// Every row is learnt from.
        public static final LeftOut NONE = new LeftOut("", (entity, cut) -> false);
    }

    /// The settings chosen in decision 005.
    public static final TrainSettings STANDARD = new TrainSettings(SurgeProtocol.DAILY, HashtagFeatures.RECIPE,
            new TreeSettings(200, 4, 0.08, 0.8, 0.3, 20, 5, 32, 1, 0, SEED),
            new TreeSettings(40, 4, 0.2, 0.8, 0.3, 20, 5, 32, 0.5, 0, SEED), new LogisticRegression.Settings(10, 0.15),
            SequenceSettings.STANDARD,
            Calibration.Kind.BETA, 56, 10, 100, "unknown");

    /// Trees for sets that follow outbreaks by their posts: many shallow ones of wide leaves (`docs/forecast-results.md`).
    public static final TreeSettings SHALLOW_TREES = new TreeSettings(300, 3, 0.06, 0.7, 0.3, 20, 10, 64, 1, 0, SEED);

    /// The same settings on the rows of the feature set that suits the entities, with the trees that were best on it where these
    /// are the usual ones.
    public TrainSettings suiting(FeatureRecipe recipe) {
        boolean usual = trees.seed(SEED).monotone(false).equals(STANDARD.trees);
        TrainSettings suited = features(recipe);
        return usual && recipe == OutbreakFeatures.RECIPE
                ? suited.trees(SHALLOW_TREES.seed(trees.seed()).monotone(trees.monotone()))
                : suited;
    }

    /// The same settings under another protocol.
    public TrainSettings protocol(SurgeProtocol other) {
        return new TrainSettings(other, features, trees, rangeTrees, logistic, sequence, calibration, holdBackDays,
                minPositives,
                bandSamples, windowDays, codeVersion, leftOut);
    }

    /// The same settings on the rows of another feature set.
    public TrainSettings features(FeatureRecipe other) {
        return new TrainSettings(protocol, other, trees, rangeTrees, logistic, sequence, calibration, holdBackDays,
                minPositives,
                bandSamples, windowDays, codeVersion, leftOut);
    }

    /// The same settings with other trees.
    public TrainSettings trees(TreeSettings other) {
        return new TrainSettings(protocol, features, other, rangeTrees, logistic, sequence, calibration, holdBackDays,
                minPositives, bandSamples, windowDays, codeVersion, leftOut);
    }

    /// The same settings with another regression.
    public TrainSettings logistic(LogisticRegression.Settings other) {
        return new TrainSettings(protocol, features, trees, rangeTrees, other, sequence, calibration, holdBackDays,
                minPositives, bandSamples, windowDays, codeVersion, leftOut);
    }

    /// What becomes of columns that are missing in every row: models of the first set stay what they were; a later set has
    /// features for counters that most sources do not give.
    public static BoostedTrees.EmptyColumns emptyColumns(FeatureRecipe features) {
        return features == HashtagFeatures.RECIPE
                ? BoostedTrees.EmptyColumns.KEPT
                : BoostedTrees.EmptyColumns.LEFT_OUT;
    }

    private String listed(FeatureDefinition.Direction direction) {
        Set<String> names = names(features, direction);
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /// What the definitions of these features say of directions, by which monotone trees are held.
    public static BoostedTrees.Directions directions(FeatureRecipe features) {
        return new BoostedTrees.Directions(names(features, FeatureDefinition.Direction.RISING),
                names(features, FeatureDefinition.Direction.FALLING));
    }

    private static Set<String> names(FeatureRecipe features, FeatureDefinition.Direction direction) {
        return features.set().features().stream().filter(feature -> feature.direction() == direction)
                .map(FeatureDefinition::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same settings with features that have learnt what was known of these entities at an instant.
    TrainSettings learnt(EntityBook book, Instant knownBy) {
        return features(features.learn(book.known(knownBy)));
    }

    /// The same settings with another network.
    public TrainSettings sequence(SequenceSettings other) {
        return new TrainSettings(protocol, features, trees, rangeTrees, logistic, other, calibration, holdBackDays,
                minPositives, bandSamples, windowDays, codeVersion, leftOut);
    }

    /// The same settings with the version of the code that trains.
    public TrainSettings codeVersion(String version) {
        return new TrainSettings(protocol, features, trees, rangeTrees, logistic, sequence, calibration, holdBackDays,
                minPositives,
                bandSamples, windowDays, version, leftOut);
    }

    /// The same settings without what is learnt from these rows.
    public TrainSettings leftOut(LeftOut others) {
        return new TrainSettings(protocol, features, trees, rangeTrees, logistic, sequence, calibration, holdBackDays,
                minPositives, bandSamples, windowDays, codeVersion, others);
    }

    /// The same settings with another seed.
    public TrainSettings seed(long seed) {
        return new TrainSettings(protocol, features, trees.seed(seed), rangeTrees.seed(seed), logistic,
                sequence.seed(seed), calibration, holdBackDays,
                minPositives, bandSamples, windowDays, codeVersion, leftOut);
    }

    /// The same settings without the interval of each probability, which costs a third of a training.
    TrainSettings withoutBand() {
        return new TrainSettings(protocol, features, trees, rangeTrees, logistic, sequence, calibration, holdBackDays,
                minPositives, 0,
                windowDays, codeVersion, leftOut);
    }

    /// The same settings learning from the last days alone; 0 for everything, however old.
    public TrainSettings windowDays(int days) {
        return new TrainSettings(protocol, features, trees, rangeTrees, logistic, sequence, calibration, holdBackDays,
                minPositives, bandSamples, days, codeVersion, leftOut);
    }

    /// The first second whose cuts a training at this second learns from.
    public long learntFrom(long trainingSecond) {
        return windowDays == 0 ? Long.MIN_VALUE : trainingSecond - windowDays * 24L * 3600;
    }

    long seed() {
        return trees.seed();
    }

    /// Every setting by name, for the record.
    Map<String, String> named() {
        Map<String, String> all = new TreeMap<>();
        all.put("protocol", protocol.toString());
        all.put("trees", trees.toString());
        if (trees.monotone()) {
            all.put("monotone",
                    "odds never fall with " + listed(FeatureDefinition.Direction.RISING) + "; odds never rise with "
                            + listed(FeatureDefinition.Direction.FALLING));
        }
        all.put("rangeTrees", rangeTrees.toString());
        all.put("logistic", logistic.toString());
        all.put("sequence", sequence.toString());
        all.put("calibration", calibration.toString());
        all.put("holdBackDays", Integer.toString(holdBackDays));
        all.put("minPositives", Integer.toString(minPositives));
        all.put("bandSamples", Integer.toString(bandSamples));
        if (windowDays > 0) {
            all.put("windowDays", Integer.toString(windowDays));
        }
        if (!leftOut.reason().isEmpty()) {
            all.put("leftOut", leftOut.reason());
        }
        String learnt = features.learntInWords();
        if (!learnt.isEmpty()) {
            all.put("features", learnt);
        }
        return all;
    }
}
