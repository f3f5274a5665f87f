package dev.upswell.server.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a job runs.
///
/// @param rule its slots; null for a job that has no times of its own
/// @param onNewData whether it also runs whenever there are new data
/// @param missed what becomes of slots that came due while no server ran them
/// @param backlog how many missed slots are made up for at most, 1 to 1,000; means nothing where they are skipped
/// @param enabled whether it runs at all
public record Cadence(@Nullable Rule rule, boolean onNewData, Missed missed, int backlog, boolean enabled) {

    /// The largest backlog.
    public static final int MOST = 1_000;

    public Cadence {
        if (backlog < 1 || backlog > MOST) {
            throw new IllegalArgumentException("backlog (" + backlog + ") must be 1 to " + MOST
                    + "\nMaybe write 1: then only the newest missed slot is made up for.");
        }
    }

    /// What becomes of missed slots.
    public enum Missed {
        /// The newest ones are made up for, in their order, as many as the backlog holds.
        CATCH_UP,
        /// None is made up for: a slot that was not begun in the first quarter of its time is left out.
        SKIP;

        /// How it is written in answers, such as `catch-up`.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What is to be done about the slots up to an instant.
    ///
    /// @param skipped how many are left out, the oldest
    /// @param lastSkipped the newest of these; null when none is
    /// @param next the slot to run now; null when none is
    record Plan(long skipped, @Nullable Instant lastSkipped, @Nullable Instant next) {
    }

    /// By the rule, with its last missed slot made up for.
    public static Cadence of(Rule rule) {
        return new Cadence(rule, false, Missed.CATCH_UP, 1, true);
    }

    /// Once in each such period, with the last missed slot made up for.
    public static Cadence every(Duration period) {
        return of(Rule.every(period));
    }

    /// Whenever there are new data, at no time of its own.
    public static Cadence newData() {
        return new Cadence(null, true, Missed.CATCH_UP, 1, true);
    }

    /// The same, also run whenever there are new data.
    public Cadence andOnNewData() {
        return new Cadence(rule, true, missed, backlog, enabled);
    }

    /// The same, with this many missed slots made up for.
    public Cadence backlog(int slots) {
        return new Cadence(rule, onNewData, Missed.CATCH_UP, slots, enabled);
    }

    /// The same, with missed slots left out.
    public Cadence skipping() {
        return new Cadence(rule, onNewData, Missed.SKIP, 1, enabled);
    }

    /// The first slot after this instant; empty for a job that is off or has no times of its own.
    public Optional<Instant> next(Instant at) {
        return enabled && rule != null ? Optional.of(rule.next(at)) : Optional.empty();
    }

    /// What is to be done now.
    ///
    /// @param handled the last slot that was run or left out, or the instant before which none was due
    Plan plan(Instant handled, Instant now) {
        if (!enabled || rule == null || !rule.last(now).isAfter(handled)) {
            return new Plan(0, null, null);
        }
        Deque<Instant> due = new ArrayDeque<>();
        Instant slot = rule.last(now);
        int most = missed == Missed.CATCH_UP ? backlog : isInTime(rule, slot, now) ? 1 : 0;
        while (slot.isAfter(handled) && due.size() < most) {
            due.addFirst(slot);
            slot = before(rule, slot);
        }
        Instant lastSkipped = slot.isAfter(handled) ? slot : null;
        long skipped = 0;
        while (slot.isAfter(handled)) {
            skipped++;
            slot = before(rule, slot);
        }
        return new Plan(skipped, lastSkipped, due.peekFirst());
    }

    private static boolean isInTime(Rule rule, Instant slot, Instant now) {
        Duration length = Duration.between(slot, rule.next(slot));
        return !now.isAfter(slot.plus(length.dividedBy(4)));
    }

    private static Instant before(Rule rule, Instant slot) {
        return rule.last(slot.minusNanos(1));
    }
}
