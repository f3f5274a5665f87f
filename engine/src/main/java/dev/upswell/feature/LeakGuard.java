package dev.upswell.feature;

import java.util.ArrayList;
import java.util.List;

/// Refuses to train on what only the future can tell.
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

    /// Lets rows with these columns into a training: they must be the features of the set, in its order.
    ///
    /// **errors** `IllegalArgumentException` that names all outcomes, or else all strangers, among them.
    ///
    /// @param outcomes what is known only once the horizon has elapsed
    public static void admit(List<String> columns, FeatureSet set, List<FeatureDefinition> outcomes) {
        admit(set);
        List<String> leaks = new ArrayList<>(columns);
        leaks.retainAll(outcomes.stream().map(FeatureDefinition::name).toList());
        if (!leaks.isEmpty()) {
            throw new IllegalArgumentException("training rows of " + set.version()
                    + " must not hold outcomes: " + leaks + "\nMaybe a label column was appended to the features.");
        }
        if (!columns.equals(set.names())) {
            List<String> strangers = new ArrayList<>(columns);
            strangers.removeAll(set.names());
            throw new IllegalArgumentException("training rows (" + columns.size() + " columns) must have the "
                    + set.size() + " columns of " + set.version() + " in their order; not in it: " + strangers
                    + "\nMaybe the rows were made by another version.");
        }
    }
}
