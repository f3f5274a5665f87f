package dev.upswell.learn.drift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one feature moved between the training rows and a window.
///
/// @param values how its known values moved; null when one side has none, or the window has too few entities
/// @param missing how its missing share moved; null when the window has too few entities
/// @param cells where its known values lay then and lie now; null when one side has none, and in reports of older releases
public record FeatureDrift(String feature, DriftVerdict verdict, @Nullable ValueShift values,
        @Nullable MissingShift missing, @Nullable List<CellShift> cells) {

    public FeatureDrift {
        cells = cells == null ? null : List.copyOf(cells);
    }

    /// The larger of both shifts as a multiple of its bar for drift: what features are sorted by.
    public double size(DriftSettings settings) {
        double ofValues = values == null ? 0 : values.excess() / settings.psi().drift();
        double ofMissing = missing == null ? 0 : missing.excess() / settings.missing().drift();
        return Math.max(ofValues, ofMissing);
    }
}
