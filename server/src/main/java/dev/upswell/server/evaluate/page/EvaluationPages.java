package dev.upswell.server.evaluate.page;

import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the evaluation pages ask of the product.
public interface EvaluationPages {

    /// What a reader chose to see.
    ///
    /// @param task null for the first that was judged
    /// @param model null for whichever served
    /// @param days how many days up to the last judged one
    record Choice(@Nullable ModelTask task, @Nullable UUID model, int days) {
    }

    /// The judged days of this choice.
    EvaluationView evaluation(Choice choice);

    /// The running week as far as it is known.
    Optional<Retrospective> soFar();

    /// Improvement tasks, the pending ones first and then the newest first.
    List<ImprovementTask> tasks();

    /// The latest retrospectives, newest first.
    List<Retrospective> retrospectives();
}
