package dev.upswell.server.registry;

import dev.upswell.server.alert.AlertRepository;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The backlog: what is to be done so that forecasts become or stay good.
public final class Tasks {

    private final Database database;
    private final TaskRepository tasks = new TaskRepository();
    private final AlertRepository alerts = new AlertRepository();

    /// The backlog in this store.
    public Tasks(Database database) {
        this.database = database;
    }

    /// All tasks, the pending ones first and then the newest first.
    public List<ImprovementTask> list(TenantId tenant) {
        return database.transactions().call(tenant, tasks::list);
    }

    /// Opens a task unless one of its topic is pending; empty when one is.
    public Optional<ImprovementTask> open(TenantId tenant, Order order, Instant asOf) {
        return database.transactions().call(tenant, db -> open(db, order, asOf));
    }

    /// The same inside the caller's tenant transaction.
    public Optional<ImprovementTask> open(JdbcClient db, Order order, Instant asOf) {
        return tasks.open(db, order, asOf);
    }

    /// The tasks that have these ids, by id.
    public Map<UUID, ImprovementTask> find(TenantId tenant, Collection<UUID> ids) {
        return database.transactions().call(tenant, db -> tasks.find(db, ids)).stream()
                .collect(Collectors.toMap(ImprovementTask::id, Function.identity()));
    }

    /// Accepts the open task that a person means by its id or the unambiguous beginning of it: somebody works on it. A retraining is
    /// taken up by the loop and not by people.
    ///
    /// @param by as they call themselves; [Decision#HAND] where they give no name
    ///
    /// **errors** [RegistryRefused] when there is none that is open, or more than one.
    public ImprovementTask accept(TenantId tenant, String meant, String by) {
        String name = by.isBlank() ? Decision.HAND : by.strip();
        return database.transactions().call(tenant, db -> {
            List<ImprovementTask> matching = tasks.list(db).stream()
                    .filter(task -> task.state() == ImprovementTask.State.OPEN
                            && task.order().category() != ImprovementTask.Category.RETRAINING
                            && task.id().toString().startsWith(meant))
                    .toList();
            if (meant.isBlank() || matching.size() != 1
                    || !tasks.accept(db, matching.getFirst().id(), name)) {
                throw RegistryRefused.notOpen(matching.size() > 1 ? meant + "… (several begin so)" : meant);
            }
            return tasks.find(db, matching.getFirst().id()).orElseThrow();
        });
    }

    /// Closes the task that a person means by its id or the unambiguous beginning of it.
    ///
    /// @param done whether it was done, rather than dropped
    /// @param result what came of it, as a sentence
    ///
    /// **errors** [RegistryRefused] when there is none that is pending, or more than one.
    public ImprovementTask close(TenantId tenant, String meant, boolean done, String result) {
        return database.transactions().call(tenant, db -> {
            List<ImprovementTask> matching = tasks.list(db).stream()
                    .filter(task -> task.state().pending() && task.id().toString().startsWith(meant)).toList();
            if (meant.isBlank() || matching.size() != 1) {
                throw RegistryRefused.unknownTask(matching.size() > 1 ? meant + "… (several begin so)" : meant);
            }
            tasks.close(db, matching.getFirst().id(), done, result);
            return tasks.find(db, matching.getFirst().id()).orElseThrow();
        });
    }

    /// Raises an alert, and opens the task that goes with it. While a task of this topic is pending nothing is done: who was
    /// told once is not told every hour.
    ///
    /// @param type such as `DRIFT_ALERT`
    public Optional<ImprovementTask> alert(TenantId tenant, EventType type, String title, Order order, Instant asOf) {
        return database.transactions().call(tenant, db -> alert(db, type, title, order, asOf));
    }

    /// The same inside the caller's tenant transaction.
    public Optional<ImprovementTask> alert(JdbcClient db, EventType type, String title, Order order, Instant asOf) {
        Optional<ImprovementTask> opened = tasks.open(db, order, asOf);
        opened.ifPresent(task -> alerts.raise(db,
                new AlertRepository.Raised(type, title, task.order().facts(), task.id(), asOf)));
        return opened;
    }

    /// The alerts of this tenant, whoever raised them.
    public Alerts alerts(TenantId tenant) {
        return new Alerts(tenant, database);
    }
}
