package dev.upswell.feature;

import java.util.List;

/// Refuses feature sets that hold what only the future can tell.
public final class LeakGuard {

    private LeakGuard() {
    }

    /// The set itself, when every feature in it was knowable at the cut.
    ///
    /// **errors** `IllegalArgumentException` that names all outcome features at once.
    public static FeatureSet admit(FeatureSet set) {
        List<String> leaks = set.features().stream().filter(feature -> feature.leakClass() == LeakClass.OUTCOME)
                .map(FeatureDefinition::name).toList();
        if (!leaks.isEmpty()) {
            throw new IllegalArgumentException(
                    "feature set (" + set.version() + ") must not train on outcomes: " + leaks
                            + "\nMaybe a label column was appended to the features.");
        }
        return set;
    }
}
