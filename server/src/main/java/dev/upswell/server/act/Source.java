package dev.upswell.server.act;

import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.scorecard.FollowedPlaybook;
import java.util.Map;

/// What asks for something to be done.
public sealed interface Source {

    /// A task: of a rule or an alarm about a video, of a finding about forecasts, of drift, of a review.
    record OfTask(ImprovementTask task) implements Source {

        /// Of what kind of work it is.
        public Category category() {
            return task.order().category();
        }

        Map<String, Double> facts() {
            return task.order().facts();
        }
    }

    /// A recommendation from a scorecard that somebody took up.
    ///
    /// @param creator as people are shown whom it is about
    record OfPlaybook(FollowedPlaybook playbook, String creator) implements Source {
    }
}
