package dev.upswell.server.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.plan.WeekPlan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A week of the planner as programs read it.
@Schema(name = "PlannedWeek")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WeekDocument(LocalDate monday, String zone,
        @Schema(description = "What is known of hours is as of then; the epoch when nothing was ever scored") Instant asOf,
        @Schema(description = "Videos on which that rests") int videos,
        @Schema(description = "FYP score of videos of all hours, 0 to 100; left out without any") @Nullable Double usual,
        @Schema(description = "Posts that are wanted and have no slot") int open, List<AccountDocument> accounts,
        List<SlotDocument> slots,
        @Schema(description = "Posts for which filling found no hour; left out unless it was filled just now") @Nullable List<UnfilledDocument> unfilled) {

    /// An account that is planned for.
    @Schema(name = "PostingAccount")
    public record AccountDocument(String handle,
            @Schema(description = "Posts of a week that are wanted, 1 to 28") int perWeek,
            @Schema(description = "Most posts of a day, 1 to 4") int perDay, String by) {

        /// An account.
        public static AccountDocument of(PlannedAccount one) {
            return new AccountDocument(one.account().name(), one.account().perWeek(), one.account().perDay(), one.by());
        }
    }

    /// Posts without an hour.
    @Schema(name = "UnfilledPosts")
    public record UnfilledDocument(String account, int posts,
            @Schema(description = "not_enough_evidence: no hour with three videos or more keeps the rules; no_room: no hour at all does") String why) {

        static UnfilledDocument of(WeekPlan.Unfilled one) {
            return new UnfilledDocument(one.account(), one.posts(), one.why().name().toLowerCase(Locale.ROOT));
        }
    }

    /// A week.
    public static WeekDocument of(PlannedWeek seen) {
        return of(seen, null);
    }

    /// A week that was filled just now.
    public static WeekDocument of(PlannedWeek seen, Planner.@Nullable Filled filled) {
        return new WeekDocument(seen.week().monday(), seen.week().zone().getId(), seen.evidence().asOf(),
                seen.evidence().videos(), seen.evidence().usual(), seen.open(),
                seen.accounts().stream().map(AccountDocument::of).toList(),
                seen.slots().stream().map(SlotDocument::of).toList(),
                filled == null ? null : filled.plan().unfilled().stream().map(UnfilledDocument::of).toList());
    }
}
