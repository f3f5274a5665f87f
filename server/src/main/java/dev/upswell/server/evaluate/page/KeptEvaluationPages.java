package dev.upswell.server.evaluate.page;

import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Answers the evaluation pages from what is kept.
public final class KeptEvaluationPages implements EvaluationPages {

    private static final int CALLS = 60;
    private static final int WEEKS = 12;

    private final Evaluations evaluations;

    /// The pages over these evaluations and their tenant.
    public KeptEvaluationPages(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public EvaluationView evaluation(Choice choice) {
        List<ModelTask> tasks = evaluations.judgedTasks();
        ModelTask asked = choice.task();
        ModelTask task = asked != null ? asked : tasks.isEmpty() ? null : tasks.getFirst();
        Optional<LocalDate> last = task == null ? Optional.empty() : evaluations.lastDay(task);
        if (task == null || last.isEmpty()) {
            return new EvaluationView(tasks, task, List.of(), List.of(), List.of(), List.of(), 0);
        }
        LocalDate from = last.get().minusDays(choice.days() - 1L);
        List<DailyEvaluation> all = evaluations.days(task, null, from, last.get());
        UUID model = choice.model();
        List<DailyEvaluation> days = all.stream()
                .filter(day -> model == null ? day.serving() : day.model().equals(model)).toList();
        var calls = new Evaluations.CallFilter(task, model, from, last.get(), null);
        return new EvaluationView(tasks, task, models(all), days,
                evaluations.causes(calls), evaluations.calls(calls, CALLS, 0), evaluations.countCalls(calls));
    }

    private static List<EvaluationView.Spoke> models(List<DailyEvaluation> days) {
        Map<UUID, EvaluationView.Spoke> models = new LinkedHashMap<>();
        days.reversed().forEach(day -> models.merge(day.model(),
                new EvaluationView.Spoke(day.model(), day.family(), day.serving()),
                (one, other) -> new EvaluationView.Spoke(one.id(), one.family(), one.served() || other.served())));
        return List.copyOf(models.values());
    }

    @Override
    public Optional<Retrospective> soFar() {
        return evaluations.soFar();
    }

    @Override
    public List<ImprovementTask> tasks() {
        return evaluations.tasks();
    }

    @Override
    public List<Retrospective> retrospectives() {
        return evaluations.retrospectives(WEEKS, 0);
    }
}
