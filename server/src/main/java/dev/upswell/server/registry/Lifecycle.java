package dev.upswell.server.registry;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The only hand that changes a model's state: each change, its history and its event are written in the caller's transaction,
/// so that a crash leaves all of them or none.
final class Lifecycle {

    private final ModelRepository models = new ModelRepository();
    private final TransitionRepository transitions = new TransitionRepository();
    private final TaskRepository tasks = new TaskRepository();
    private final EventLogRepository events = new EventLogRepository("registry");

    /// Adds a trained model as a candidate.
    UUID add(JdbcClient db, NewModel model) {
        return add(db, model, Decision.byRule("It was trained.", model.record().trainingTo(), model.record().metrics()),
                EventType.TRAIN_DONE);
    }

    /// Adds a model that was trained elsewhere as a candidate.
    UUID adopt(JdbcClient db, NewModel model, Decision coming) {
        return add(db, model, coming, EventType.MODEL_IMPORTED);
    }

    private UUID add(JdbcClient db, NewModel model, Decision coming, EventType event) {
        UUID id = models.insert(db, model);
        transitions.insert(db, id, null, ModelState.CANDIDATE, coming, null);
        Map<String, Object> payload = new LinkedHashMap<>(Map.of("model", id.toString(), "kind", model.record().kind(),
                "trainingTo", model.record().trainingTo().toString(), "rows", model.record().rows()));
        payload.put("task", model.task().label());
        payload.put("figures", model.record().metrics());
        payload.put("actor", coming.actor());
        events.write(db, event, payload);
        return id;
    }

    /// Lets a model predict beside the serving one, counted from what it was trained on.
    void shadow(JdbcClient db, RegisteredModel model, Decision decision) {
        models.shadowFrom(db, model.id(), decision.asOf());
        move(db, model, ModelState.SHADOW, decision, null);
        events.write(db, EventType.SHADOW_STARTED, payload(model, decision));
    }

    /// Lets a model that met the rule wait for a person, in the place of an older one of its family that waits still.
    void await(JdbcClient db, RegisteredModel model, Decision decision) {
        models.challengers(db, model.task()).stream().filter(one -> one.state() == ModelState.AWAITING_APPROVAL
                && one.kind().equals(model.kind())).forEach(older -> reject(db, older,
                        Decision.byRule(
                                "A newer model of its family met the rule too and waits in its place.", decision.asOf(),
                                Map.of())));
        move(db, model, ModelState.AWAITING_APPROVAL, decision, null);
        events.write(db, EventType.APPROVAL_AWAITED, payload(model, decision));
    }

    /// Takes a challenger out of the race.
    void reject(JdbcClient db, RegisteredModel model, Decision decision) {
        move(db, model, ModelState.REJECTED, decision, null);
        events.write(db, EventType.MODEL_REJECTED, payload(model, decision));
    }

    /// Lets this model serve in place of the one that does. Promoting the serving model changes nothing.
    void serve(JdbcClient db, RegisteredModel model, Decision decision) {
        Optional<RegisteredModel> serving = models.active(db, model.task());
        if (serving.filter(one -> one.id().equals(model.id())).isPresent()) {
            return;
        }
        Map<String, Object> payload = payload(model, decision);
        serving.ifPresent(old -> {
            move(db, old, ModelState.RETIRED, decision, null);
            payload.put("previous", old.id().toString());
        });
        move(db, model, ModelState.ACTIVE, decision, serving.map(RegisteredModel::id).orElse(null));
        events.write(db, EventType.MODEL_PROMOTED, payload);
        tasks.pending(db, Retraining.topic(model.task()))
                .filter(task -> !model.record().trainingTo().isBefore(task.openedAsOf()))
                .ifPresent(task -> tasks.close(db, task.id(), true, "Model " + model.id()
                        + ", trained on data until " + model.record().trainingTo() + ", serves now."));
    }

    /// Lets the model serve again that served before this one; empty, and nothing changed, when this one does not serve or was
    /// the first to do so.
    Optional<RegisteredModel> rollBack(JdbcClient db, RegisteredModel model, Decision decision) {
        Optional<RegisteredModel> before = Optional.of(model).filter(RegisteredModel::serving)
                .flatMap(one -> servedBefore(db, one.id()));
        before.ifPresent(previous -> {
            move(db, model, ModelState.RETIRED, decision, null);
            // It stands again where it stood: behind it is who was behind it then, not the one that has just failed.
            move(db, previous, ModelState.ACTIVE, decision, servedBefore(db, previous.id()).map(RegisteredModel::id)
                    .orElse(null));
            Map<String, Object> payload = payload(model, decision);
            payload.put("serving", previous.id().toString());
            events.write(db, EventType.MODEL_ROLLED_BACK, payload);
        });
        return before.map(previous -> models.find(db, previous.id()).orElseThrow());
    }

    /// The model that served before this one was promoted the last time.
    ///
    /// **absence** empty when it was never promoted, or was the first to serve.
    Optional<RegisteredModel> servedBefore(JdbcClient db, UUID model) {
        return transitions.lastPromotion(db, model).map(Transition::previous).flatMap(id -> models.find(db, id));
    }

    private void move(JdbcClient db, RegisteredModel model, ModelState to, Decision decision,
            @Nullable UUID previous) {
        if (!model.state().next().contains(to)) {
            throw new IllegalStateException("model (" + model.id() + ") must not go from " + model.state() + " to " + to
                    + "\nMaybe it was read before another change.");
        }
        models.step(db, model, to);
        transitions.insert(db, model.id(), model.state(), to, decision, previous);
    }

    private static Map<String, Object> payload(RegisteredModel model, Decision decision) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("model", model.id().toString());
        payload.put("kind", model.kind());
        payload.put("task", model.task().label());
        payload.put("asOf", decision.asOf().toString());
        payload.put("actor", decision.actor());
        payload.put("reason", decision.reason());
        payload.put("figures", decision.figures());
        return payload;
    }
}
