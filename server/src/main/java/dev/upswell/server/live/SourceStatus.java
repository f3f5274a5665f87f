package dev.upswell.server.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a provider stands.
///
/// @param key by what its key is known; null while none is set, and then there is nothing else
/// @param lastPageAt when a page last came; null before the first
/// @param pause why nothing is asked now; null while it is not paused
/// @param watches how many watches ask it
/// @param ceiling what a person lets be spent at most
/// @param reused questions that were answered from what was kept
/// @param forecast of spending; null before the first plan
public record SourceStatus(String name, @Nullable String key, List<Use> budgets, @Nullable Instant lastPageAt,
        @Nullable Paused pause, int watches, Ceiling ceiling, Reused reused,
        @Nullable SpendForecast forecast) {

    public SourceStatus {
        budgets = List.copyOf(budgets);
    }

    /// How many questions were answered from what was kept, in place of a page that would have been paid.
    ///
    /// @param month since the first of the month of UTC, today included
    public record Reused(long today, long month) {

        /// None.
        public static final Reused NONE = new Reused(0, 0);
    }

    /// What of a budget is used.
    ///
    /// @param budget as it binds
    /// @param because what sets its limit
    /// @param used within its span that ends now, what is reserved included
    /// @param freeAgain when all of it will be free
    /// @param plannedPerDay what the plan uses of a whole day's budget; null for budgets of other
    ///        spans, and before the first plan
    public record Use(Budget budget, Because because, long used, Instant freeAgain, @Nullable Double plannedPerDay) {

        /// Share that is used, 0 to 1.
        public double share() {
            return Math.min(1, (double) used / budget.limit());
        }

    }

    /// What sets the limit of a budget.
    public enum Because {
        /// The key's plan, as set.
        KEY,
        /// A ceiling that a person set.
        CEILING,
        /// The provider itself said earlier than expected that its quota is used up.
        PROVIDER
    }

    /// Why and how long nothing is asked.
    ///
    /// @param until when it is tried again; another key ends it at once
    public record Paused(String reason, Instant until) {
    }
}
