package dev.upswell.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Recall: how many of the items that matter stand among the first of a list.
///
/// **range** 0 to 1
public final class RecallAt {

    private RecallAt() {
    }

    /// The recall of one list.
    ///
    /// @param depth how many places count, from 1
    /// @param shown best first; an item that stands twice counts once
    /// @param relevant items that matter; where they are more than `depth`, all of the places being relevant is a recall of 1
    /// @return empty where nothing matters
    public static <T> OptionalDouble of(int depth, List<T> shown, Set<T> relevant) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth (" + depth + ") must be 1 or more\nMaybe it was divided.");
        }
        if (relevant.isEmpty()) {
            return OptionalDouble.empty();
        }
        Set<T> hits = new HashSet<>(shown.subList(0, Math.min(depth, shown.size())));
        hits.retainAll(relevant);
        return OptionalDouble.of((double) hits.size() / Math.min(depth, relevant.size()));
    }
}
