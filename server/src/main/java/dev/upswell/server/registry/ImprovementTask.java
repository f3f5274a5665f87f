package dev.upswell.server.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to be done so that forecasts become or stay good, as the backlog keeps it.
///
/// @param order what is to be done and why
/// @param openedAsOf up to when the world was known when it was opened
/// @param result what came of it; null while it is open or taken
/// @param closedAt when it was done or dropped; null before
public record ImprovementTask(UUID id, Order order, State state, Instant openedAsOf, @Nullable String result,
        Instant createdAt, @Nullable Instant closedAt) {

    /// Where a task stands.
    public enum State {
        /// Nobody works on it yet.
        OPEN,
        /// Somebody, or the loop, works on it.
        TAKEN,
        /// It was done.
        DONE,
        /// It was given up.
        DROPPED;

        /// Whether something is still to be done.
        public boolean pending() {
            return this == OPEN || this == TAKEN;
        }
    }

    /// What kind of work it is.
    public enum Category {
        /// A model is to learn anew.
        RETRAINING,
        /// A feature is missing, wrong or not worth its cost.
        FEATURE,
        /// Readings are missing or wrong.
        DATA,
        /// What counts as a surge is in doubt.
        LABEL,
        /// Another kind of model or another setting is to be tried.
        MODEL,
        /// A video, or what is posted next, is to be made better.
        CONTENT
    }

    /// What is to be done and why.
    ///
    /// @param topic what it is about, in a word for programs, such as `retrain hashtag/24h`: of one topic at most one task is
    ///     pending
    /// @param trigger what was observed
    /// @param hypothesis what is believed to be the reason, and to help
    /// @param successMetric by what it will be seen that it helped
    /// @param ownerAgent which agent sees to it; of content the person who does
    /// @param reviewDate when a person should look at it
    /// @param facts figures behind it, by name
    public record Order(String topic, String title, Category category, String trigger, String hypothesis,
            String successMetric, String ownerAgent, LocalDate reviewDate, Map<String, Double> facts) {

        public Order {
            facts = Map.copyOf(facts);
        }
    }

}
