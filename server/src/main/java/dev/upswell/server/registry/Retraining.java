package dev.upswell.server.registry;

import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When a task's model is to be trained anew: when none serves, a week after the last training, and when a retraining task asks
/// for it.
///
/// A challenger is left its shadow period in peace, unless a task was opened after its training: it then knows too little of
/// what the task is about. One that waits for a person holds nothing up. A task stays pending until a model serves that was trained after it was opened, so that a retraining
/// that came too early is tried again with more data.
public final class Retraining {

    /// The routine.
    public static final Duration EVERY = Duration.ofDays(7);

    /// A task does not train more often than this.
    private static final Duration AT_MOST_EVERY = Duration.ofDays(1);

    /// When a person should look at what came of it.
    private static final Duration REVIEWED_AFTER = Duration.ofDays(28);

    private final Database database;
    private final LivePairRepository live = new LivePairRepository();
    private final ModelRepository models = new ModelRepository();
    private final TaskRepository tasks = new TaskRepository();

    /// Over the models and tasks of this store.
    public Retraining(Database database) {
        this.database = database;
    }

    /// The topic of the one task that asks for a model of this kind to be trained anew.
    public static String topic(ModelTask task) {
        return "retrain " + task.label();
    }

    /// Whether a model of this task is to be trained on what is known up to `last`, by the weekly routine. A task that asks for it
    /// is taken.
    public boolean due(TenantId tenant, ModelTask task, Instant last) {
        return due(tenant, task, last, EVERY);
    }

    /// The same, with a routine of this length.
    public boolean due(TenantId tenant, ModelTask task, Instant last, Duration every) {
        return database.transactions().call(tenant, db -> {
            Optional<RegisteredModel> serving = models.active(db, task);
            List<RegisteredModel> challengers = models.challengers(db, task).stream()
                    .filter(model -> model.state() == ModelState.SHADOW).toList();
            Instant trained = models.lastOffered(db, task).orElse(Instant.MIN);
            Optional<ImprovementTask> asked = tasks.pending(db, topic(task));
            if (serving.isEmpty()) {
                return true;
            }
            return asked.isPresent()
                    ? asks(db, asked.get(), challengers, trained, last)
                    : challengers.isEmpty() && !trained.plus(every).isAfter(last);
        });
    }

    /// Opens the task that asks for a retraining, as a person wants it now.
    ///
    /// @param name who asks, as they call themselves
    ///
    /// **errors** [RegistryRefused] when no model serves the task, when nothing is known that the last training did not know, or when
    /// one is asked for already.
    public ImprovementTask ask(TenantId tenant, ModelTask task, String name) {
        return database.transactions().call(tenant, db -> {
            RegisteredModel serving = models.active(db, task)
                    .orElseThrow(() -> RegistryRefused.noServingModel(task.label()));
            Instant trained = models.lastOffered(db, task).orElse(serving.record().trainingTo());
            Instant known = live.lastCut(db, task).filter(cut -> cut.isAfter(trained))
                    .orElseThrow(() -> RegistryRefused.nothingNew(task.label(), trained));
            return tasks.open(db, order(task, name, known), known).orElseThrow(() -> RegistryRefused
                    .alreadyAsked(task.label(), tasks.pending(db, topic(task)).orElseThrow().order().title()));
        });
    }

    private static Order order(ModelTask task, String name, Instant known) {
        return new Order(topic(task), "Train the model of " + task.label() + " anew", Category.RETRAINING,
                name.equals(Decision.HAND) ? "Asked for by hand." : "Asked for by " + name + ".",
                "What has come since the last training changes what the model should say.",
                "A retrained model meets the rule for promotion on the cuts of its shadow period.", "model agent",
                known.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(REVIEWED_AFTER.toDays()), Map.of());
    }

    /// When the last retraining was asked for, whether by drift or by hand; empty before the first.
    public Optional<Instant> lastAsked(TenantId tenant) {
        return database.transactions().call(tenant, db -> tasks.lastOpened(db, Category.RETRAINING));
    }

    /// @param challengers those whose shadow period runs
    private boolean asks(JdbcClient db, ImprovementTask task, List<RegisteredModel> challengers, Instant trained,
            Instant last) {
        Optional<Instant> newest = challengers.stream().map(model -> model.record().trainingTo())
                .max(Comparator.naturalOrder());
        // A prediction may be made of an instant after the last reading, and a task be opened as of it: that teaches nothing new.
        boolean first = trained.isBefore(task.openedAsOf()) && trained.isBefore(last);
        boolean again = newest.isEmpty() && !trained.plus(AT_MOST_EVERY).isAfter(last);
        if (first || again) {
            tasks.take(db, task.id());
        }
        return first || again;
    }
}
