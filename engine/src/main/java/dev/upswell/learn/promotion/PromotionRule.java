package dev.upswell.learn.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// When a challenger may take the serving model's place.
///
/// @param minGain least relative gain in PR-AUC, such as 0.05
/// @param maxCalibrationShift the calibration error may grow by less than this, such as 0.02
/// @param refreshMargin a model of the same family and settings that only knows more recent data may also take over when the
///     interval of the difference says that it loses less than this share of PR-AUC; 0 allows no such refresh
public record PromotionRule(double minGain, double maxCalibrationShift, double refreshMargin) {

    /// 5 % better, calibration no more than 0.02 worse, no refreshing.
    public static final PromotionRule USUAL = new PromotionRule(0.05, 0.02, 0);

    public PromotionRule {
        if (!(minGain >= 0 && maxCalibrationShift > 0 && refreshMargin >= 0 && refreshMargin < 1)) {
            throw new IllegalArgumentException("promotion rule (" + minGain + ", " + maxCalibrationShift + ", "
                    + refreshMargin + ") must not ask for a loss\nMaybe a percentage was meant as a share.");
        }
    }

    /// The same rule with this margin for refreshing.
    public PromotionRule refreshMargin(double margin) {
        return new PromotionRule(minGain, maxCalibrationShift, margin);
    }

    /// What this rule says of the comparison.
    ///
    /// @param fresher whether the challenger differs from the serving model only in knowing more recent data
    public Verdict judge(Comparison comparison, boolean fresher) {
        List<String> shortfalls = new ArrayList<>();
        if (comparison.gain() < minGain) {
            shortfalls.add(text("its PR-AUC is %.1f %% better, which must be at least %.1f %%",
                    100 * comparison.gain(), 100 * minGain));
        }
        if (comparison.difference().interval().low() <= 0) {
            shortfalls.add(text("the 95 %% interval of the difference (%.3f to %.3f) reaches 0",
                    comparison.difference().interval().low(), comparison.difference().interval().high()));
        }
        boolean calibrated = comparison.calibrationShift() < maxCalibrationShift;
        if (!calibrated) {
            shortfalls.add(text("its calibration error is %.3f larger, which must be below %.3f",
                    comparison.calibrationShift(), maxCalibrationShift));
        }
        if (shortfalls.isEmpty()) {
            return new Verdict(true, "It is better on " + basis(comparison) + ".");
        }
        if (fresher && calibrated && comparison.leastGain() > -refreshMargin) {
            return new Verdict(true, text("It knows more recent data and loses less than %.1f %% on %s.",
                    100 * refreshMargin, basis(comparison)));
        }
        return new Verdict(false, "On " + basis(comparison) + ", " + String.join("; ", shortfalls) + ".");
    }

    /// Whether a challenger may be taken, and why, as a sentence with its figures.
    public record Verdict(boolean promoted, String reason) {
    }

    private static String basis(Comparison of) {
        return text("%d pairs of %d cuts (%d surges): PR-AUC %.3f against %.3f, calibration error %.3f against %.3f",
                of.pairs(), of.cuts(), of.positives(), of.challengerPrAuc(), of.servingPrAuc(), of.challengerError(),
                of.servingError());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
