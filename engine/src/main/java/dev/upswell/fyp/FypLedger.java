package dev.upswell.fyp;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The scores of a brand, carried on as measures come, late ones and mended ones too: equal to scoring everything anew.
///
/// **cost** of a change: scoring the marks from it on, so what comes in order costs what comes
public final class FypLedger {

    private final TreeMap<MarkValues.Key, MarkValues> measured = new TreeMap<>();
    private final TreeMap<MarkValues.Key, FypScore> scores = new TreeMap<>();

    /// An empty ledger.
    public FypLedger() {
    }

    /// A ledger that holds these scores, as a store kept them.
    public static FypLedger of(Collection<FypScore> kept) {
        FypLedger ledger = new FypLedger();
        for (FypScore score : kept) {
            TreeMap<FypMetric, Double> values = new TreeMap<>();
            score.parts().forEach((metric, part) -> values.put(metric, part.value()));
            values.remove(FypMetric.TIMING);
            ledger.measured.put(score.key(), new MarkValues(score.video(), score.mark(), score.postedAt(), values));
            ledger.scores.put(score.key(), score);
        }
        return ledger;
    }

    /// Takes measures in, in place of earlier ones of the same video and mark, and takes measures out.
    ///
    /// @return the scores that are new or other than before, in order of time
    public List<FypScore> change(Collection<MarkValues> come, Collection<MarkValues.Key> gone) {
        TreeMap<MarkValues.Key, FypScore> old = new TreeMap<>();
        Instant from = null;
        for (MarkValues.Key key : gone) {
            if (measured.remove(key) != null) {
                scores.remove(key);
                from = earlier(from, key.asOf());
            }
        }
        for (MarkValues values : come) {
            if (!values.equals(measured.put(values.key(), values))) {
                from = earlier(from, values.asOf());
            }
        }
        if (from == null) {
            return List.of();
        }
        NavigableMap<MarkValues.Key, FypScore> later = scores
                .tailMap(new MarkValues.Key(from, LOWEST, Mark.QUARTER), true);
        old.putAll(later);
        later.clear();
        List<FypScore> anew = FypScoring.scores(
                scores.tailMap(new MarkValues.Key(from.minus(FypScoring.MEMORY), LOWEST, Mark.QUARTER), true).values(),
                measured.tailMap(new MarkValues.Key(from, LOWEST, Mark.QUARTER), true).values());
        List<FypScore> changed = new ArrayList<>();
        for (FypScore score : anew) {
            scores.put(score.key(), score);
            if (!Objects.equals(old.get(score.key()), score)) {
                changed.add(score);
            }
        }
        return changed;
    }

    /// Stands before every video's key.
    private static final EntityId LOWEST = EntityId.hashtag("0");

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /// All scores, in order of time.
    public List<FypScore> scores() {
        return List.copyOf(scores.values());
    }
}
