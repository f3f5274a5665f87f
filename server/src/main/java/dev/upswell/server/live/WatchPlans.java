package dev.upswell.server.live;

import dev.upswell.poll.Cadence;
import dev.upswell.poll.PollPlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often each watch is visited so that most is known for what may be spent (`docs/decisions/038-what-to-poll-how-often.md`).
public interface WatchPlans {

    /// The plan in force of each source that was planned for, by name.
    List<SourcePlan> list();

    /// Plans anew for all sources with a key, by what is known now.
    ///
    /// **cost** a scan of a week of readings: some 0.3 s.
    List<SourcePlan> renew();

    /// A plan for all watches of a source.
    ///
    /// @param trigger why it was made: `first`, `hour`, `day`, `budget`, `watches` or `asked`
    /// @param bound the budget that binds; null when the source has none
    /// @param ratePerDay what may be spent a day until that budget is renewed, in what it counts
    /// @param unitsPerDay what the plan is expected to spend a day until then
    /// @param usualPerDay what a plan for a whole fresh budget is expected to spend a day
    /// @param bits weighted bits that the plan adds to what is known
    /// @param atMost what any plan could add
    /// @param pinsKept whether everything pinned has its cadence
    /// @param watches the dearest to visit less often first: by what a unit a day adds
    record SourcePlan(String source, Instant plannedAt, String trigger, @Nullable Bound bound, double ratePerDay,
            double unitsPerDay, double usualPerDay, double bits, double atMost, boolean pinsKept,
            List<Planned> watches) {

        public SourcePlan {
            watches = List.copyOf(watches);
        }

        /// Those that are not visited.
        public List<Planned> paused() {
            return watches.stream().filter(one -> one.cadence() instanceof Cadence.Paused).toList();
        }
    }

    /// The budget that binds a plan.
    ///
    /// @param used of it when the plan was made
    record Bound(String budget, long limit, long used) {
    }

    /// How often a watch is visited, and why.
    ///
    /// @param since when it has this cadence
    /// @param unitsPerVisit what a visit is expected to cost
    /// @param bits weighted bits that its visits add to what is known
    record Planned(Watch watch, Cadence cadence, PollPlan.Why why, Instant since, double unitsPerVisit,
            double unitsPerDay, double bits, Signals signals) {
    }

    /// What is known of a watched subject that says how much its visits add.
    ///
    /// @param weight how much a bit of it counts
    /// @param volatility variance of the logarithm of its counter after an hour
    /// @param steps between readings from which that was learnt; 0 when it is what is usual
    /// @param probability of a surge, the latest; null when there is none
    /// @param momentum of its latest day [0..1]; null when there is none
    record Signals(double weight, double volatility, int steps, @Nullable Double probability,
            @Nullable Double momentum) {
    }
}
