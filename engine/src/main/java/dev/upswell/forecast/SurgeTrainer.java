package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.ModelRecord;
import dev.upswell.learn.OperatingPoint;
import dev.upswell.learn.QuantileRange;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Trains a model that foretells surges.
public final class SurgeTrainer {

    private SurgeTrainer() {
    }

    /// A model of this kind from all that was known at `trainingTime`: a label counts once its horizon had passed.
    ///
    /// The same readings, settings and seed give the same artefact bytes, in whatever order the map gives the entities.
    /// **absence** with too few surges to learn from the artefact holds the prevalence, and the record's notes say so.
    ///
    /// @param entities all counters of each; those without the counter of the protocol play no part
    public static TrainedSurgeModel train(SurgeKind kind, Map<EntityId, EntitySeries> entities, Instant trainingTime,
            TrainSettings settings) {
        return train(List.of(kind), entities, trainingTime, settings).getFirst();
    }

    /// One model of each of these kinds, in their order.
    ///
    /// **cost** features, labels and ranges are computed once for all of them.
    public static List<TrainedSurgeModel> train(List<SurgeKind> kinds, Map<EntityId, EntitySeries> entities,
            Instant trainingTime, TrainSettings asked) {
        EntityBook book = EntityBook.of(entities, asked.protocol());
        TrainSettings settings = asked.learnt(book, trainingTime);
        SurgeRows.Learnable rows = rows(book, trainingTime, settings).learnable(settings.leftOut(),
                settings.learntFrom(trainingTime.getEpochSecond()));
        RawModels models = new RawModels(book, rows.rows(), rows.outcomes(), settings,
                RawModels.Renewal.ALWAYS);
        models.prepare(kinds, trainingTime.getEpochSecond(), kinds.stream().anyMatch(kind -> !kind.baseline()));
        return kinds.stream().map(kind -> train(kind, models, trainingTime, settings, rows.leftOut())).toList();
    }

    /// Labelled rows in order of their cuts, and when each label was known.
    ///
    /// @param knownAt epoch seconds at which the label of a row and of all before it was known
    public record Known(Dataset rows, long[] knownAt) {
    }

    /// The labelled rows that a training at an instant would learn from.
    ///
    /// **cost** as much as a training's features.
    public static Known known(Map<EntityId, EntitySeries> entities, Instant knownBy, TrainSettings settings) {
        EntityBook book = EntityBook.of(entities, settings.protocol());
        SurgeRows.Learnable rows = rows(book, knownBy, settings.learnt(book, knownBy)).learnable(settings.leftOut(),
                Long.MIN_VALUE);
        return new Known(rows.rows(), RawModels.inOrder(rows.outcomes().knownAt()));
    }

    private static SurgeRows rows(EntityBook book, Instant knownBy, TrainSettings settings) {
        long second = knownBy.getEpochSecond();
        LabelTable labels = LabelTable.of(book, book.firstSecond(), second);
        return SurgeRows.of(book, settings.features(), labels, book.firstSecond(), second);
    }

    /// @param leftOut how many labelled rows are not among those of the models
    private static TrainedSurgeModel train(SurgeKind kind, RawModels models, Instant trainingTime,
            TrainSettings settings, int leftOut) {
        long second = trainingTime.getEpochSecond();
        SurgeFit fit = SurgeFit.of(kind, models, settings, second);
        QuantileRange range = range(fit, models, settings, second).orElse(null);
        byte[] artefact = SurgeArtefact
                .write(new SurgeArtefact.Content(fit, range, settings.protocol(), settings.features()));
        Dataset learnt = models.knownRows(second);
        Map<String, Double> metrics = metrics(fit);
        if (!settings.leftOut().reason().isEmpty()) {
            metrics.put("leftOut", (double) leftOut);
        }
        return new TrainedSurgeModel(record(fit, learnt, trainingTime, settings, artefact, metrics), artefact, learnt);
    }

    /// The range of growth, where a model and not a rule was fitted.
    static Optional<QuantileRange> range(SurgeFit fit, RawModels models, TrainSettings settings, long second) {
        if (fit.kind().baseline()) {
            return Optional.empty();
        }
        return rangeKnowsUntil(models, settings, second).map(earlier -> {
            Dataset known = models.knownRows(second);
            int from = known.firstAt(earlier);
            Dataset heldBack = known.slice(from, known.size());
            float[] growths = Arrays.copyOfRange(models.knownGrowths(second), from, known.size());
            return QuantileRange.of(models.range(earlier), heldBack.values(), growths);
        });
    }

    /// Of a training with enough surges, the epoch second by whose knowledge the trees of its range are fitted; empty where nothing
    /// was known then.
    static Optional<Long> rangeKnowsUntil(RawModels models, TrainSettings settings, long second) {
        long earlier = SurgeFit.holdBackStart(models.knownRows(second), settings, second);
        return models.known(earlier) == 0 ? Optional.empty() : Optional.of(earlier);
    }

    private static Map<String, Double> metrics(SurgeFit fit) {
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("prevalence", fit.rows() == 0 ? 0 : (double) fit.positives() / fit.rows());
        OperatingPoint operating = fit.operating();
        if (operating != null) {
            metrics.put("alertThreshold", operating.threshold());
            metrics.put("alertPrecision", operating.precision());
            metrics.put("alertRecall", operating.recall());
        }
        Evaluation heldBack = fit.heldBack();
        if (heldBack != null) {
            heldBack.estimates()
                    .forEach((figure, estimate) -> metrics.put("heldBack " + figure.label(), estimate.value()));
        }
        return metrics;
    }

    private static ModelRecord record(SurgeFit fit, Dataset rows, Instant trainingTime, TrainSettings settings,
            byte[] artefact, Map<String, Double> metrics) {
        Instant from = rows.size() == 0 ? trainingTime : Instant.ofEpochSecond(rows.cuts()[0]);
        String hash = Fingerprint.of(artefact);
        return new ModelRecord(SurgeArtefact.id(fit.kind(), hash), fit.kind().label(), from, trainingTime, fit.rows(),
                fit.positives(), Fingerprint.of(rows), settings.features().set().version(), settings.named(),
                settings.seed(),
                metrics, settings.codeVersion(), fit.notes(), hash);
    }
}
