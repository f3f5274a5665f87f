package dev.upswell.server.plan;

import dev.upswell.fyp.WeekEvidence;
import dev.upswell.plan.Week;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A week of the planner: what is known of its hours, who posts, and what is planned.
///
/// @param slots in order of time, declined ones too
public record PlannedWeek(Week week, WeekEvidence evidence, List<PlannedAccount> accounts, List<Placed> slots) {

    public PlannedWeek {
        accounts = List.copyOf(accounts);
        slots = List.copyOf(slots);
    }

    /// A slot and what came of it.
    ///
    /// @param came null while nothing is known
    public record Placed(PlannedSlot slot, @Nullable Came came) {
    }

    /// What came of a slot.
    ///
    /// @param title how lists call the video
    /// @param postedAt null where the video that somebody told of is not known here
    /// @param score its FYP score at its latest mark [0..100]; null while it has none
    /// @param told whether somebody told that it is this video; false where it is the account's nearest within three hours
    public record Came(String video, String title, @Nullable Instant postedAt, @Nullable Double score, boolean told) {
    }

    /// What is planned and not declined.
    public List<Placed> standing() {
        return slots.stream().filter(one -> one.slot().state() != SlotState.DECLINED).toList();
    }

    /// How many slots nobody has decided on.
    public long proposed() {
        return slots.stream().filter(one -> one.slot().state() == SlotState.PROPOSED).count();
    }

    /// Posts that are wanted and have no slot yet.
    public int open() {
        return accounts.stream().mapToInt(one -> (int) Math.max(0, one.account().perWeek() - standing().stream()
                .filter(placed -> placed.slot().account().equals(one.account().name())).count())).sum();
    }
}
