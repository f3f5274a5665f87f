package dev.upswell.server.creative;

import dev.upswell.pattern.select.Exclusion;
import dev.upswell.pattern.select.Selection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which videos a search chose, as it is kept.
///
/// @param candidates how many there were
/// @param buckets what there was of each length
/// @param reasons how many were left out for each reason, all of them
/// @param excluded those that were looked at and left out, with what they have of what they lack
public record Chosen(int candidates, List<Selection.Bucket> buckets, Map<Exclusion, Integer> reasons,
        List<Selection.Excluded> excluded) {

    public Chosen {
        buckets = List.copyOf(buckets);
        reasons = Map.copyOf(new TreeMap<>(reasons));
        excluded = List.copyOf(excluded);
    }

    static Chosen of(Selection selection) {
        return new Chosen(selection.selected().size() + selection.excluded().size(), selection.buckets(),
                selection.reasons(), selection.excluded().stream().filter(one -> switch (one.why()) {
                    case DUPLICATE, TIME_UNKNOWN, TOO_EARLY, TOO_LATE, NOT_COLLECTED -> false;
                    case LENGTH_UNKNOWN, TOO_LONG, COUNTS_UNKNOWN, FEW_VIEWS, LITTLE_ENGAGEMENT, IMPOSSIBLE, OUTLIER,
                            NOT_DRAWN ->
                        true;
                }).toList());
    }

    /// How many are left out for a reason.
    public int left(Exclusion why) {
        return reasons.getOrDefault(why, 0);
    }

    /// How many videos were taken.
    public int taken() {
        return buckets.stream().mapToInt(Selection.Bucket::taken).sum();
    }
}
