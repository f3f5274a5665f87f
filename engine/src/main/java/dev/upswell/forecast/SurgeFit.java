package dev.upswell.forecast;

import dev.upswell.learn.Calibration;
import dev.upswell.learn.CalibrationBand;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.OperatingPoint;
import dev.upswell.learn.ScoredPairs;
import java.util.List;
import java.util.Optional;

/// A fitted rule or model with its calibration, as of one training.
///
/// @param kind what was fitted; the prevalence when there was too little to learn from
/// @param operating the lowest probability at which alerts were right half the time on the held-back rows
/// @param notes what the reader should know; empty when nothing
/// @param heldBack how the earlier fit did on the held-back rows after calibration; empty when none were held back
record SurgeFit(SurgeKind kind, RawScore raw, CalibrationBand calibration, Optional<OperatingPoint> operating,
        Optional<Evaluation> heldBack, int rows, int positives, String notes) {

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
        RawScore raw = models.score(kind, trainingSecond);
        if (kind == SurgeKind.PREVALENCE) {
            return prevalence(models, trainingSecond, rows, "");
        }
        long earlier = holdBackStart(rows, settings, trainingSecond);
        Dataset heldBack = rows.slice(rows.firstAt(earlier), known);
        int before = models.knownPositives(earlier);
        if (before < settings.minPositives() || heldBack.positives() < settings.minPositives()) {
            return new SurgeFit(kind, raw, uncalibrated(raw, rows, settings), Optional.empty(),
                    Optional.empty(), known, positives,
                    "Too few surges to hold some back (" + heldBack.positives() + " of " + positives
                            + "): calibrated on the training rows.");
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
                OperatingPoint.lowest(probabilities, heldBack.labels(), ALERT_PRECISION), evaluation, rows.size(),
                rows.positives(), "");
    }

    /// Rules get the curve with two parameters: it moves least from training to training.
    private static Calibration.Kind curve(RawScore raw, TrainSettings settings) {
        return raw instanceof RawScore.Learned ? settings.calibration() : Calibration.Kind.PLATT;
    }

    private static CalibrationBand uncalibrated(RawScore raw, Dataset rows, TrainSettings settings) {
        return switch (raw) {
            case RawScore.Learned learned -> new CalibrationBand(Calibration.IDENTITY, List.of());
            case RawScore.Constant constant -> new CalibrationBand(Calibration.IDENTITY, List.of());
            case RawScore.Column column -> onTraining(raw, rows, settings);
            case RawScore.LogLinear linear -> onTraining(raw, rows, settings);
        };
    }

    private static CalibrationBand onTraining(RawScore raw, Dataset rows, TrainSettings settings) {
        return CalibrationBand.fit(curve(raw, settings), raw.of(rows.values(), rows.size()), rows.labels(),
                rows.entities(), 0, settings.seed());
    }

    private static SurgeFit prevalence(RawModels models, long trainingSecond, Dataset rows, String notes) {
        return new SurgeFit(SurgeKind.PREVALENCE, models.score(SurgeKind.PREVALENCE, trainingSecond),
                new CalibrationBand(Calibration.IDENTITY, List.of()), Optional.empty(), Optional.empty(), rows.size(),
                rows.positives(), notes);
    }

    /// Where the held-back slice begins: so many days before the training, at most a third of the history.
    static long holdBackStart(Dataset rows, TrainSettings settings, long trainingSecond) {
        long span = trainingSecond - rows.cuts()[0];
        long step = settings.protocol().step();
        return trainingSecond - Math.min(settings.holdBackDays() * DAY, span / 3 / step * step);
    }

    double[] probabilities(float[] values, int count) {
        return calibration.point().probabilities(raw.of(values, count));
    }
}
