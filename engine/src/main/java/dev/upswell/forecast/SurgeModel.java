package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureSet;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.OperatingPoint;
import dev.upswell.learn.QuantileRange;
import dev.upswell.learn.Scorer;
import dev.upswell.onnx.OnnxGraph;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.StepHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A trained model, ready to foretell.
///
/// Safe for one thread at a time.
public final class SurgeModel {

    /// How far back a prediction looks: readings older than this change nothing.
    public static final Duration MEMORY = Duration.ofDays(400);

    private static final int REASONS = 5;

    private final String id;
    private final SurgeArtefact.Content content;

    private SurgeModel(String id, SurgeArtefact.Content content) {
        this.id = id;
        this.content = content;
    }

    /// The model in these artefact bytes.
    ///
    /// **errors** `IllegalArgumentException` when they are no artefact, cut short, newer than this code or of another
    /// feature set.
    public static SurgeModel load(byte[] artefact) {
        SurgeArtefact.Content content = SurgeArtefact.read(artefact);
        return new SurgeModel(SurgeArtefact.id(content.fit().kind(), Fingerprint.of(artefact)), content);
    }

    /// The id that predictions carry; the same as the record's.
    public String id() {
        return id;
    }

    /// What kind of model it is; the prevalence when there had been too little to learn from.
    public SurgeKind kind() {
        return content.fit().kind();
    }

    /// What it foretells, and of whom.
    public SurgeProtocol protocol() {
        return content.protocol();
    }

    /// The probability from which an alert was right half the time on held-back data; empty when none was.
    public OptionalDouble alertThreshold() {
        OperatingPoint operating = content.fit().operating();
        return operating == null ? OptionalDouble.empty() : OptionalDouble.of(operating.threshold());
    }

    /// The computation of this model's probabilities as an ONNX model, which other programs can run.
    ///
    /// Its inputs are the features by their names, one number a row each, NaN where missing; a network also asks for `history`,
    /// the last steps before the cut. It gives `probability`, and `score`, the same before calibration. Ranges of views and
    /// intervals of the probability are not part of it. An imported model is given back as it came. Same model and provenance give the same bytes.
    ///
    /// @param provenance what its users should know beside what the model knows of itself, by name
    ///
    /// **errors** `IllegalArgumentException` for a rule, which learnt nothing that could be written down.
    public byte[] onnx(Map<String, String> provenance) {
        if (content.fit().raw() instanceof RawScore.Imported imported) {
            return imported.model().file();
        }
        Map<String, String> properties = new TreeMap<>(provenance);
        OnnxGraph graph = new OnnxGraph();
        OnnxGraph.Value[] columns = content.features().set().features().stream()
                .map(feature -> graph.input(feature.name(), feature.meaning() + " (" + feature.unit() + ")", 1))
                .toArray(OnnxGraph.Value[]::new);
        OnnxGraph.Value features = graph.step("Concat").with("axis", 1).on(columns);
        OnnxGraph.Value score = content.fit().raw().draw(new RawScore.Drawing(kind(), graph, features,
                (step, shape) -> {
                    properties.put("upswell.history_step_seconds", String.valueOf(step));
                    properties.put("upswell.history_channels", String.join(",", StepHistory.CHANNELS));
                    return graph.input("history", "The last steps before the cut, oldest first", shape);
                }));
        Calibration curve = content.fit().calibration().point();
        Map<String, OnnxGraph.Value> results = Map.of("probability", graph.rounded(curve.draw(graph, score)), "score",
                graph.rounded(score));
        properties.put("upswell.model", id);
        properties.put("upswell.feature_set", content.features().set().version());
        properties.put("upswell.protocol", content.protocol().toString());
        properties.put("upswell.horizon_hours", String.valueOf(content.protocol().horizon().toHours()));
        properties.put("upswell.calibration", curve.toString());
        return graph.model(id, "Probability that a " + content.protocol().kind().label() + " surges within "
                + content.protocol().horizon().toHours() + " hours", results, properties);
    }

    /// One prediction for every entity whose level is high enough at `asOf`, likeliest first.
    ///
    /// Readings after `asOf` change nothing. Entities are compared with each other, so give all that are watched.
    public List<SurgePrediction> predict(Map<EntityId, EntitySeries> entities, Instant asOf) {
        return foretell(entities, asOf).predictions();
    }

    /// Predictions, and what they were made from.
    ///
    /// @param predictions likeliest first
    /// @param features the set of the vectors
    /// @param vectors by entity, in the order of the set; a missing value is NaN
    public record Foretold(List<SurgePrediction> predictions, FeatureSet features, Map<EntityId, float[]> vectors) {
    }

    /// The same predictions with the feature vectors behind them.
    public Foretold foretell(Map<EntityId, EntitySeries> entities, Instant asOf) {
        EntityBook book = EntityBook.of(entities, content.protocol());
        long cut = asOf.getEpochSecond();
        LabelTable labels = LabelTable.of(book, Math.max(book.firstSecond(), cut - MEMORY.toSeconds()), cut);
        SurgeRows.CutRows rows = SurgeRows.CutRows.of(book, content.features(), labels, cut);
        RawScore.Asked asked = rows.asked(book, content.features());
        float[] values = asked.rows().values();
        RawScore.Said said = content.fit().raw().ask(asked);
        double[] scores = said.scores();
        List<List<FeatureContribution>> reasons = reasons(values, rows);
        List<Optional<SurgePrediction.ViewRange>> ranges = ranges(values, rows);
        List<Integer> likeliestFirst = IntStream.range(0, rows.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])
                        .thenComparing(i -> book.place(rows.entities()[i])))
                .toList();
        List<SurgePrediction> predictions = likeliestFirst.parallelStream()
                .map(i -> new SurgePrediction(book.entity(rows.entities()[i]), asOf, rows.levels()[i],
                        content.fit().calibration().point().probability(scores[i]),
                        content.fit().interval(scores[i], said.spreads()[i]).orElse(null), reasons.get(i), id,
                        ranges.get(i).orElse(null)))
                .toList();
        Map<EntityId, float[]> vectors = HashMap.newHashMap(rows.size());
        IntStream.range(0, rows.size()).forEach(i -> vectors.put(book.entity(rows.entities()[i]), rows.rows()[i]));
        return new Foretold(predictions, content.features().set(), vectors);
    }

    /// The labelled rows that this model would learn from, as they were known at an instant.
    ///
    /// Give the whole history, so that entities keep their numbers · **cost** as much as a training's features.
    public Dataset learned(Map<EntityId, EntitySeries> entities, Instant knownBy) {
        EntityBook book = EntityBook.of(entities, content.protocol());
        long second = knownBy.getEpochSecond();
        LabelTable labels = LabelTable.of(book, book.firstSecond(), second);
        return SurgeRows.of(book, content.features(), labels, book.firstSecond(), second).labelled();
    }

    /// How long each feature of the model takes for one entity, in nanoseconds, in the order of the set; empty when nobody could
    /// be asked about at that instant.
    ///
    /// @param nanoTime a clock that only its differences matter of
    public Optional<double[]> costs(Map<EntityId, EntitySeries> entities, Instant asOf, LongSupplier nanoTime) {
        EntityBook book = EntityBook.of(entities, content.protocol());
        long cut = asOf.getEpochSecond();
        LabelTable labels = LabelTable.of(book, Math.max(book.firstSecond(), cut - MEMORY.toSeconds()), cut);
        return SurgeRows.CutRows.costs(book, content.features(), labels, cut, nanoTime);
    }

    /// The model as a function of single feature vectors.
    ///
    /// **absence** empty for rules, and for networks, which look at what led up to a cut as well.
    public Optional<ByRows> byRows() {
        return content.fit().raw() instanceof RawScore.Learned learned
                ? Optional.of(new ByRows(content.features().set(), learned.scorer(),
                        content.fit().calibration().point()))
                : Optional.empty();
    }

    /// The features of the vectors that it is asked about.
    public FeatureSet features() {
        return content.features().set();
    }

    /// Whether it looks at the steps that led up to a cut beside the features at it, as networks and blends with one do.
    public boolean looksBack() {
        return switch (content.fit().raw()) {
            case RawScore.Sequence sequence -> true;
            case RawScore.Ensemble ensemble -> true;
            case RawScore.Learned learned -> false;
            case RawScore.Imported imported -> false;
            case RawScore.Constant constant -> false;
            case RawScore.Column column -> false;
            case RawScore.LogLinear linear -> false;
        };
    }

    /// The calibrated probability of each of these vectors in place of an entity's own at a cut.
    ///
    /// What led up to the cut is held as it was read, so a vector may say otherwise only what [StepHistory#CHANNELS] do not tell too;
    /// readings after the cut change nothing.
    ///
    /// @param entity with its readings up to the cut
    /// @param vectors row after row in the order of the set; a missing value is NaN
    ///
    /// **absence** empty for rules, which learnt nothing of most features, and where the entity lacks the counter that is foretold
    public Optional<double[]> instead(EntitySeries entity, Instant asOf, float[] vectors) {
        if (!content.fit().raw().learned() || entity.counter(content.protocol().counter()).isEmpty()) {
            return Optional.empty();
        }
        int rows = vectors.length / content.features().set().size();
        long[] cuts = new long[rows];
        Arrays.fill(cuts, asOf.getEpochSecond());
        Dataset asked = new Dataset(content.features().set().names(), vectors, new float[rows], new int[rows], cuts);
        EntityBook alone = EntityBook.of(Map.of(entity.entity(), entity), content.protocol());
        return Optional.of(content.fit().calibration().point()
                .probabilities(content.fit().raw().of(new RawScore.Asked(asked, alone))));
    }

    /// A model as a function of single feature vectors, packed row after row in the order of the set.
    public static final class ByRows {

        private final FeatureSet features;
        private final Scorer scorer;
        private final Calibration calibration;

        /// @param scorer fitted on rows in the columns of the set
        public ByRows(FeatureSet features, Scorer scorer, Calibration calibration) {
            this.features = features;
            this.scorer = scorer;
            this.calibration = calibration;
        }

        public FeatureSet features() {
            return features;
        }

        /// The calibrated probability of each row.
        public double[] probabilities(float[] values, int rows) {
            return calibration.probabilities(scorer.scores(values, rows));
        }

        /// What each column adds to the log-odds of each row, and the base value last.
        public float[][] contributions(float[] values, int rows) {
            return scorer.contributions(values, rows);
        }

        /// What the splits by each column gained; empty for a model without splits.
        public Optional<double[]> gains() {
            return switch (scorer) {
                case BoostedTrees trees -> Optional.of(trees.gains());
                case LogisticRegression regression -> Optional.empty();
            };
        }
    }

    /// What this model was asked about at the cuts of its grid in ]`from`, `to`], whether the outcome is known or not, and the
    /// outcomes that became known in that time.
    ///
    /// Give the whole history, so that entities have the numbers of [#learned].
    public Asked asked(Map<EntityId, EntitySeries> entities, Instant from, Instant to) {
        EntityBook book = EntityBook.of(entities, content.protocol());
        LabelTable labels = LabelTable.of(book, book.firstSecond(), to.getEpochSecond());
        List<Asked.Row> rows = new ArrayList<>();
        LabelTable.grid(from.getEpochSecond() + 1, to.getEpochSecond(), content.protocol().step()).forEach(cut -> {
            SurgeRows.CutRows at = SurgeRows.CutRows.of(book, content.features(), labels, cut);
            for (int i = 0; i < at.size(); i++) {
                rows.add(new Asked.Row(at.rows()[i], book.number(at.entities()[i])));
            }
        });
        List<Asked.Outcome> outcomes = new ArrayList<>();
        labels.all().stream().filter(cut -> cut.knownAt() > from.getEpochSecond()).forEach(cut -> {
            for (int i = 0; i < cut.size(); i++) {
                outcomes.add(new Asked.Outcome(cut.surged(i), book.number(cut.entities()[i])));
            }
        });
        return new Asked(rows, outcomes);
    }

    /// What a model was asked about in some time, and what became known in it.
    public record Asked(List<Row> rows, List<Outcome> outcomes) {

        public Asked {
            rows = List.copyOf(rows);
            outcomes = List.copyOf(outcomes);
        }

        /// One entity at one cut.
        ///
        /// @param values in the order of the feature set; shared, not copied
        /// @param entity its number in training rows
        public record Row(float[] values, int entity) {
        }

        /// One outcome that became known.
        public record Outcome(boolean surged, int entity) {
        }
    }

    private List<Optional<SurgePrediction.ViewRange>> ranges(float[] values, SurgeRows.CutRows rows) {
        QuantileRange range = content.range();
        if (range == null) {
            return IntStream.range(0, rows.size()).mapToObj(i -> Optional.<SurgePrediction.ViewRange>empty()).toList();
        }
        double[][] growths = range.of(values, rows.size());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> Optional.of(SurgePrediction.ViewRange.of(rows.levels()[i], growths[i])))
                .toList();
    }

    private List<List<FeatureContribution>> reasons(float[] values, SurgeRows.CutRows rows) {
        return switch (content.fit().raw()) {
            case RawScore.Learned learned -> reasons(learned, values, rows);
            case RawScore.Ensemble ensemble -> reasons(ensemble.trees(), values, rows);
            case RawScore.Sequence sequence -> none(rows.size());
            case RawScore.Imported imported -> none(rows.size());
            case RawScore.Constant constant -> none(rows.size());
            case RawScore.Column column -> none(rows.size());
            case RawScore.LogLinear linear -> none(rows.size());
        };
    }

    private List<List<FeatureContribution>> reasons(RawScore.Learned learned, float[] values, SurgeRows.CutRows rows) {
        float[][] shares = learned.scorer().contributions(values, rows.size());
        List<String> names = content.features().set().names();
        return IntStream.range(0, rows.size()).parallel().mapToObj(i -> strongest(names, rows.rows()[i], shares[i]))
                .toList();
    }

    private static List<List<FeatureContribution>> none(int size) {
        return IntStream.range(0, size).mapToObj(i -> List.<FeatureContribution>of()).toList();
    }

    private static List<FeatureContribution> strongest(List<String> names, float[] row, float[] shares) {
        int[] columns = new int[REASONS];
        int found = 0;
        for (int column = 0; column < row.length; column++) {
            float size = Math.abs(shares[column]);
            if (size > 0 && (found < REASONS || size > Math.abs(shares[columns[REASONS - 1]]))) {
                int place = found < REASONS ? found++ : REASONS - 1;
                while (place > 0 && size > Math.abs(shares[columns[place - 1]])) {
                    columns[place] = columns[--place];
                }
                columns[place] = column;
            }
        }
        return Arrays.stream(columns, 0, found)
                .mapToObj(column -> contribution(names.get(column), row[column], shares[column])).toList();
    }

    private static FeatureContribution contribution(String name, float value, float share) {
        return new FeatureContribution(name, Float.isNaN(value) ? null : Double.valueOf(value), share);
    }
}
