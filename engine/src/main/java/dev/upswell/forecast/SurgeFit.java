package dev.upswell.forecast;

import dev.upswell.learn.Calibration;
import dev.upswell.learn.CalibrationBand;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.OperatingPoint;
import dev.upswell.learn.ScoredPairs;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fitted rule or model with its calibration, as of one training.
///
/// @param kind what was fitted; the prevalence when there was too little to learn from
/// @param operating the lowest probability at which alerts were right half the time on the held-back rows; null when none
///     was, or none were held back: then nothing alerts
/// @param notes what the reader should know; empty when nothing
/// @param heldBack how the earlier fit did on the held-back rows after calibration; null when none were held back
record SurgeFit(SurgeKind kind, RawScore raw, CalibrationBand calibration, @Nullable OperatingPoint operating,
        @Nullable Evaluation heldBack, int rows, int positives, String notes) {

    private static final double ALERT_PRECISION = 0.5;
    private static final long DAY = 24 * 3600;

    /// The fit of what was known at `trainingSecond`, calibrated on the latest part of it.
    static SurgeFit of(SurgeKind kind, RawModels models, TrainSettings settings, long trainingSecond) {
        Dataset rows = models.knownRows(trainingSecond);
        int known = rows.size();
        int positives = rows.positives();
        if (positives < settings.minPositives()) {
            return prevalence(models, trainingSecond, rows, "Only " + positives + " surges in " + known
                    + " training rows, " + settings.minPositives() + " are needed: the prevalence stands in.");
        }
        if (kind == SurgeKind.PREVALENCE) {
            return prevalence(models, trainingSecond, rows, "");
        }
        RawScore raw = models.score(kind, trainingSecond);
        long earlier = holdBackStart(rows, settings, trainingSecond);
        Dataset heldBack = rows.slice(rows.firstAt(earlier), known);
        int before = models.knownPositives(earlier);
        if (before < settings.minPositives() || heldBack.positives() < settings.minPositives()) {
            return withoutHeldBack(kind, raw, rows, settings, heldBack.positives());
        }
        return calibrated(kind, raw, models.score(kind, earlier), heldBack, rows, settings);
    }

    private static SurgeFit calibrated(SurgeKind kind, RawScore raw, RawScore earlier, Dataset heldBack, Dataset rows,
            TrainSettings settings) {
        double[] scores = earlier.of(heldBack.values(), heldBack.size());
        CalibrationBand band = CalibrationBand.fit(curve(raw, settings), scores, heldBack.labels(),
                heldBack.entities(), settings.bandSamples(), settings.seed());
        double[] probabilities = band.point().probabilities(scores);
        Optional<Evaluation> evaluation = Evaluation.of(
                new ScoredPairs(probabilities, heldBack.labels(), heldBack.entities(), heldBack.cuts()), 0,
                settings.seed());
        return new SurgeFit(kind, raw, band,
                OperatingPoint.lowest(probabilities, heldBack.labels(), ALERT_PRECISION).orElse(null),
                evaluation.orElse(null), rows.size(), rows.positives(), "");
    }

    /// Rules get the curve with two parameters: it moves least from training to training.
    private static Calibration.Kind curve(RawScore raw, TrainSettings settings) {
        return raw instanceof RawScore.Learned ? settings.calibration() : Calibration.Kind.PLATT;
    }

    /// A rule has hardly learnt from the training rows, so they may calibrate it; a model has, and stays uncalibrated.
    private static SurgeFit withoutHeldBack(SurgeKind kind, RawScore raw, Dataset rows, TrainSettings settings,
            int heldBackPositives) {
        boolean learned = raw instanceof RawScore.Learned;
        CalibrationBand band = learned ? CalibrationBand.unknown() : onTraining(raw, rows, settings);
        String notes = "Too few surges to hold some back (" + heldBackPositives + " of " + rows.positives() + "): "
                + (learned
                        ? "not calibrated, so the probabilities have no interval."
                        : "calibrated on the training rows.");
        return new SurgeFit(kind, raw, band, null, null, rows.size(), rows.positives(), notes);
    }

    private static CalibrationBand onTraining(RawScore raw, Dataset rows, TrainSettings settings) {
        return CalibrationBand.fit(curve(raw, settings), raw.of(rows.values(), rows.size()), rows.labels(),
                rows.entities(), settings.bandSamples(), settings.seed());
    }

    private static SurgeFit prevalence(RawModels models, long trainingSecond, Dataset rows, String notes) {
        RawScore.Constant share = models.prevalence(trainingSecond);
        int entities = (int) Arrays.stream(rows.entities()).distinct().count();
        CalibrationBand band = entities == 0
                ? CalibrationBand.unknown()
                : CalibrationBand.ofShare(share.share(), entities);
        return new SurgeFit(SurgeKind.PREVALENCE, share, band, null, null, rows.size(), rows.positives(), notes);
    }

    /// Where the held-back slice begins: so many days before the training, at most a third of the history; of looks, which are
    /// few and unevenly spaced, the last third.
    static long holdBackStart(Dataset rows, TrainSettings settings, long trainingSecond) {
        long span = trainingSecond - rows.cuts()[0];
        return switch (settings.protocol().outcomes()) {
            case OutcomeRule.AtHorizon exact -> trainingSecond
                    - Math.min(settings.holdBackDays() * DAY, span / 3 / settings.protocol().step()
                            * settings.protocol().step());
            case OutcomeRule.NextLook look -> {
                long[] cuts = Arrays.stream(rows.cuts()).distinct().toArray();
                yield Math.max(cuts[cuts.length * 2 / 3], trainingSecond - settings.holdBackDays() * DAY);
            }
        };
    }

    /// Whether this probability is an alert.
    boolean alerts(double probability) {
        return operating != null && probability >= operating.threshold();
    }

    double[] probabilities(float[] values, int count) {
        return calibration.point().probabilities(raw.of(values, count));
    }
}
