package dev.upswell.forecast;

import dev.upswell.learn.Calibration;
import dev.upswell.learn.CalibrationBand;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Interval;
import dev.upswell.learn.OperatingPoint;
import dev.upswell.learn.ScoredPairs;
import dev.upswell.numeric.Odds;
import dev.upswell.sequence.Blend;
import dev.upswell.sequence.BlendChoice;
import dev.upswell.sequence.PyTorch;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
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
    /// So many standard deviations on each side hold 90 %.
    private static final double NINETY = 1.645;
    private static final long DAY = 24 * 3600;

    /// The fit of what was known at `trainingSecond`, calibrated on the latest part of it.
    static SurgeFit of(SurgeKind kind, RawModels models, TrainSettings settings, long trainingSecond) {
        Dataset rows = models.knownRows(trainingSecond);
        if (!models.hasEnough(trainingSecond)) {
            return prevalence(models, trainingSecond, rows, "Only " + rows.positives() + " surges in " + rows.size()
                    + " training rows, " + settings.minPositives() + " are needed: the prevalence stands in.");
        }
        Optional<String> absence = absence(kind);
        if (absence.isPresent()) {
            return of(SurgeKind.TREES, models, settings, trainingSecond)
                    .noting("PyTorch is not installed (" + absence.get() + "): the boosted trees stand in.");
        }
        if (kind == SurgeKind.ENSEMBLE) {
            return ensemble(models, settings, trainingSecond, rows);
        }
        if (kind == SurgeKind.PREVALENCE) {
            return prevalence(models, trainingSecond, rows, "");
        }
        RawScore raw = models.score(kind, trainingSecond);
        HeldBack heldBack = HeldBack.of(models, settings, trainingSecond);
        if (!heldBack.enough()) {
            return withoutHeldBack(kind, raw, models.asked(rows), settings, heldBack.rows().positives());
        }
        double[] scores = models.score(kind, heldBack.from()).of(models.asked(heldBack.rows()));
        return calibrated(kind, raw, scores, heldBack.rows(), rows, settings);
    }

    /// The raw scores that [#of] asks for, so that they can be made beforehand.
    static Stream<RawModels.Key> needs(SurgeKind kind, RawModels models, TrainSettings settings, long trainingSecond) {
        if (!models.hasEnough(trainingSecond) || kind == SurgeKind.PREVALENCE) {
            return Stream.empty();
        }
        if (absence(kind).isPresent()) {
            return needs(SurgeKind.TREES, models, settings, trainingSecond);
        }
        if (kind == SurgeKind.ENSEMBLE) {
            return Stream.of(SurgeKind.TREES, SurgeKind.SEQUENCE)
                    .flatMap(part -> needs(part, models, settings, trainingSecond));
        }
        HeldBack heldBack = HeldBack.of(models, settings, trainingSecond);
        Stream<Long> seconds = heldBack.enough()
                ? Stream.of(trainingSecond, heldBack.from())
                : Stream.of(trainingSecond);
        return seconds.map(second -> new RawModels.Key(kind, second));
    }

    /// Why what this kind needs is not there; empty where it is.
    private static Optional<String> absence(SurgeKind kind) {
        return kind.needsPyTorch() ? PyTorch.absence() : Optional.empty();
    }

    /// The latest rows of a training, on which the fit of what was known before them is calibrated.
    ///
    /// @param from epoch seconds of where they begin
    /// @param enough whether there are enough surges among them and before them
    private record HeldBack(long from, Dataset rows, boolean enough) {

        static HeldBack of(RawModels models, TrainSettings settings, long trainingSecond) {
            Dataset known = models.knownRows(trainingSecond);
            long from = holdBackStart(known, settings, trainingSecond);
            Dataset rows = known.slice(known.firstAt(from), known.size());
            return new HeldBack(from, rows,
                    models.hasEnough(from) && rows.positives() >= settings.minPositives());
        }
    }

    /// Trees and network, each calibrated, blended in the way that did better on the held-back rows.
    private static SurgeFit ensemble(RawModels models, TrainSettings settings, long trainingSecond, Dataset rows) {
        SurgeFit trees = of(SurgeKind.TREES, models, settings, trainingSecond);
        SurgeFit network = of(SurgeKind.SEQUENCE, models, settings, trainingSecond);
        if (!(trees.raw instanceof RawScore.Learned ofTrees) || !(network.raw instanceof RawScore.Sequence ofSteps)) {
            throw new IllegalStateException("ensemble (" + trees.kind + ", " + network.kind
                    + ") must have trees and a network\nMaybe a kind stands in for another.");
        }
        Calibration curveOfTrees = trees.calibration.point();
        Calibration curveOfNetwork = network.calibration.point();
        if (trees.heldBack == null || network.heldBack == null) {
            RawScore.Ensemble raw = new RawScore.Ensemble(ofTrees, curveOfTrees, ofSteps, curveOfNetwork,
                    Blend.Weighted.USUAL);
            return new SurgeFit(SurgeKind.ENSEMBLE, raw, CalibrationBand.unknown(), null, null, rows.size(),
                    rows.positives(), trees.notes);
        }
        HeldBack heldBack = HeldBack.of(models, settings, trainingSecond);
        RawScore.Asked asked = models.asked(heldBack.rows());
        double[] first = curveOfTrees.probabilities(models.score(SurgeKind.TREES, heldBack.from()).of(asked));
        double[] second = curveOfNetwork.probabilities(models.score(SurgeKind.SEQUENCE, heldBack.from()).of(asked));
        BlendChoice choice = BlendChoice.of(first, second, heldBack.rows(), settings.seed());
        RawScore.Ensemble raw = new RawScore.Ensemble(ofTrees, curveOfTrees, ofSteps, curveOfNetwork, choice.blend());
        return calibrated(SurgeKind.ENSEMBLE, raw, choice.blend().of(first, second), heldBack.rows(), rows, settings)
                .noting(choice.notes());
    }

    private SurgeFit noting(String more) {
        return new SurgeFit(kind, raw, calibration, operating, heldBack, rows, positives,
                notes.isEmpty() ? more : more + " " + notes);
    }

    /// @param scores what an earlier fit said of the held-back rows
    private static SurgeFit calibrated(SurgeKind kind, RawScore raw, double[] scores, Dataset heldBack, Dataset rows,
            TrainSettings settings) {
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
        return raw.learned() ? settings.calibration() : Calibration.Kind.PLATT;
    }

    /// A rule has hardly learnt from the training rows, so they may calibrate it; a model has, and stays uncalibrated.
    private static SurgeFit withoutHeldBack(SurgeKind kind, RawScore raw, RawScore.Asked asked, TrainSettings settings,
            int heldBackPositives) {
        Dataset rows = asked.rows();
        boolean learned = raw.learned();
        CalibrationBand band = learned ? CalibrationBand.unknown() : onTraining(raw, asked, settings);
        String notes = "Too few surges to hold some back (" + heldBackPositives + " of " + rows.positives() + "): "
                + (learned
                        ? "not calibrated, so the probabilities have no interval."
                        : "calibrated on the training rows.");
        return new SurgeFit(kind, raw, band, null, null, rows.size(), rows.positives(), notes);
    }

    private static CalibrationBand onTraining(RawScore raw, RawScore.Asked asked, TrainSettings settings) {
        return CalibrationBand.fit(curve(raw, settings), raw.of(asked), asked.rows().labels(), asked.rows().entities(),
                settings.bandSamples(), settings.seed());
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

    double[] probabilities(RawScore.Asked asked) {
        return calibration.point().probabilities(raw.of(asked));
    }

    /// The interval of the calibration, made wider by what the passes of a network disagree; both are taken as independent.
    ///
    /// @param spread standard deviation of the score's log-odds; 0 where the model gives none
    Optional<Interval> interval(double score, double spread) {
        Optional<Interval> band = calibration.interval(score);
        if (spread == 0) {
            return band;
        }
        double middle = Odds.of(calibration.point().probability(score));
        double down = middle - calibrated(score, -NINETY * spread);
        double up = calibrated(score, NINETY * spread) - middle;
        return band.map(one -> new Interval(Odds.probability(middle - Math.hypot(middle - Odds.of(one.low()), down)),
                Odds.probability(middle + Math.hypot(Odds.of(one.high()) - middle, up))));
    }

    private double calibrated(double score, double moved) {
        return Odds.of(calibration.point().probability(Odds.probability(Odds.of(score) + moved)));
    }
}
