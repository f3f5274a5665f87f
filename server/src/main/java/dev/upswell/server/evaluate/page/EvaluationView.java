package dev.upswell.server.evaluate.page;

import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.Evaluations.CauseCount;
import dev.upswell.server.evaluate.JudgedCall;
import dev.upswell.server.registry.ModelTask;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the evaluation page shows.
///
/// @param tasks all that were judged
/// @param task the one shown; null when none was judged
/// @param models those that spoke in the period, the latest first
/// @param days judged days, oldest first; where another model came to serve in the course of a day, one row for what each said
/// @param causes why calls were wrong in the period
/// @param calls the newest ones
/// @param callCount how many there are
public record EvaluationView(List<ModelTask> tasks, @Nullable ModelTask task, List<Spoke> models,
        List<DailyEvaluation> days, List<CauseCount> causes, List<JudgedCall> calls, long callCount) {

    /// Nothing was judged.
    public static final EvaluationView NONE = new EvaluationView(List.of(), null, List.of(), List.of(), List.of(),
            List.of(), 0);

    public EvaluationView {
        tasks = List.copyOf(tasks);
        models = List.copyOf(models);
        days = List.copyOf(days);
        causes = List.copyOf(causes);
        calls = List.copyOf(calls);
    }

    /// The judged days, newest first.
    public List<DailyEvaluation> newestFirst() {
        return days.reversed();
    }

    /// Whether several models served on the day of this row.
    public boolean shared(DailyEvaluation row) {
        return days.stream().filter(other -> other.day().equals(row.day())).count() > 1;
    }

    /// A model that spoke.
    ///
    /// @param served whether people saw what it said, on a day of the period
    public record Spoke(UUID id, String family, boolean served) {

        /// The first characters of its id.
        public String brief() {
            return id.toString().substring(0, 8);
        }
    }
}
