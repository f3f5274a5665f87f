package dev.upswell.server.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a provider stands.
///
/// @param key by what its key is known; null while none is set, and then there is nothing else
/// @param lastPageAt when a page last came; null before the first
/// @param pause why nothing is asked now; null while it is not paused
/// @param pagesPerDay that the watch list asks for, at most
/// @param watches how many watches ask it
public record SourceStatus(String name, @Nullable String key, List<Use> budgets, @Nullable Instant lastPageAt,
        @Nullable Paused pause, double pagesPerDay, int watches) {

    public SourceStatus {
        budgets = List.copyOf(budgets);
    }

    /// What of a budget is used.
    ///
    /// @param used within its span that ends now, what is reserved included
    /// @param freeAgain when all of it will be free
    /// @param plannedPerDay what the watch list would use of a day's budget; null for budgets of other spans
    public record Use(Budget budget, long used, Instant freeAgain, @Nullable Double plannedPerDay) {

        /// Share that is used, 0 to 1.
        public double share() {
            return Math.min(1, (double) used / budget.limit());
        }

        /// Whether the watch list asks for more than the budget allows.
        public boolean overplanned() {
            return plannedPerDay != null && plannedPerDay > budget.limit();
        }
    }

    /// Why and how long nothing is asked.
    ///
    /// @param until when it is tried again; another key ends it at once
    public record Paused(String reason, Instant until) {
    }
}
