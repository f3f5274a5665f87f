package dev.upswell.server.evaluate;

import dev.upswell.server.trend.Expectations;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pairs of a day a model called surges.
///
/// A call is an alert: a probability at or above the model's alert threshold. A model without one (no threshold was right
/// half the time on the rows held back) calls the ten likeliest of each cut, so that it is judged too.
final class Called {

    /// How many are called at a cut without an alert threshold.
    static final int WITHOUT_THRESHOLD = Expectations.CALLED_WITHOUT_THRESHOLD;

    static final Comparator<JudgedPair> LIKELIEST = Comparator
            .comparingDouble((JudgedPair pair) -> -pair.probability()).thenComparing(JudgedPair::entity);

    private Called() {
    }

    /// The called ones among these pairs of one model.
    ///
    /// @param threshold null when the model has none
    static Set<JudgedPair> of(Collection<JudgedPair> pairs, @Nullable Double threshold) {
        Set<JudgedPair> called = new HashSet<>();
        byCut(pairs).values().forEach(cut -> {
            if (threshold == null) {
                called.addAll(top(cut, WITHOUT_THRESHOLD));
            } else {
                cut.stream().filter(pair -> pair.probability() >= threshold).forEach(called::add);
            }
        });
        return called;
    }

    /// The likeliest of these pairs of one cut, at most so many.
    static List<JudgedPair> top(Collection<JudgedPair> cut, int count) {
        return cut.stream().sorted(LIKELIEST).limit(count).toList();
    }

    static Map<Long, List<JudgedPair>> byCut(Collection<JudgedPair> pairs) {
        Map<Long, List<JudgedPair>> cuts = new HashMap<>();
        pairs.forEach(pair -> cuts.computeIfAbsent(pair.cut().getEpochSecond(), _ -> new java.util.ArrayList<>())
                .add(pair));
        return cuts;
    }
}
