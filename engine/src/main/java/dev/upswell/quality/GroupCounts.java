package dev.upswell.quality;

import dev.upswell.timeline.Counter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was counted in one batch of the readings of one group, which is a source and a kind of entity.
///
/// @param given how many readings gave each counter, in the order of [Counter]
/// @param compared steps in which views could be compared, and `fell` in which they fell
/// @param paced steps whose growth could be compared with earlier growth, and `spikes` that lie far above it
/// @param watched readings of entities known for a day, and `still` of them without a move for a day
/// @param newestSecond time of the newest reading in epoch seconds; `null` when there is none
public record GroupCounts(int group, long readings, List<Long> given, long compared, long fell, long paced, long spikes,
        long watched, long still, @Nullable Long newestSecond) {

    private static final double STEADY = 0.5;

    public GroupCounts {
        given = List.copyOf(given);
        if (given.size() != Counter.values().length) {
            throw new IllegalArgumentException("counters (" + given.size() + ") must be " + Counter.values().length
                    + "\nMaybe a counter is new.");
        }
    }

    /// The counters that at least half of the readings give, as a set of bits by [Counter#ordinal].
    public int steadyCounters() {
        int steady = 0;
        for (int i = 0; i < given.size(); i++) {
            steady |= readings > 0 && given.get(i) >= STEADY * readings ? 1 << i : 0;
        }
        return steady;
    }

    /// What the rules on readings say of these counts.
    ///
    /// @param usual counters that the group usually gives, as a set of bits; those of this batch while none are known
    public List<Finding> findings(RuleTable rules, int usual) {
        return List.of(missing(rules.of(GateRule.MISSING), usual == 0 ? steadyCounters() : usual),
                Finding.share(rules.of(GateRule.MONOTONIC), fell, compared, ""),
                Finding.share(rules.of(GateRule.SPIKES), spikes, paced, ""),
                Finding.share(rules.of(GateRule.STANDSTILL), still, watched, ""));
    }

    private Finding missing(GateLimit limit, int expected) {
        long lacking = 0;
        List<String> names = new ArrayList<>();
        for (Counter counter : Counter.values()) {
            long without = readings - given.get(counter.ordinal());
            if ((expected >> counter.ordinal() & 1) == 1 && without > 0) {
                lacking += without;
                names.add(counter.label() + " in " + without);
            }
        }
        long cells = readings * Integer.bitCount(expected);
        if (cells == 0) {
            return Finding.none(limit.rule());
        }
        double share = (double) lacking / cells;
        return new Finding(limit.rule(), share, cells, lacking, limit.verdict(share, readings),
                String.join(", ", names));
    }
}
