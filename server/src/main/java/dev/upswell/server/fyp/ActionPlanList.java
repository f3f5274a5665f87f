package dev.upswell.server.fyp;

import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.RegistryRefused;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What rules and alarms asked for about videos, and how it stands; people say here what was done.
public final class ActionPlanList {

    private static final int LOOKED_AT = 500;

    private final TenantId tenant;
    private final Database database;
    private final PlanRepository plans = new PlanRepository();
    private final Tasks tasks;

    public ActionPlanList(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
        tasks = new Tasks(database);
    }

    /// A plan with its task.
    public record Standing(ActionPlan plan, ImprovementTask task) {

        /// Whether it is still to be done.
        public boolean isPending() {
            return task.state().pending();
        }
    }

    /// The 500 plans of the latest marks: those that are still to be done, the most urgent first, then the others, the latest
    /// first.
    public List<Standing> list() {
        List<Standing> all = standing(database.transactions().call(tenant, db -> plans.list(db, LOOKED_AT)));
        return Stream.concat(
                all.stream().filter(Standing::isPending).sorted(Comparator.comparing(one -> one.plan().dueAt())),
                all.stream().filter(one -> !one.isPending())).toList();
    }

    /// Those of a video, the earliest first.
    public List<Standing> of(String video) {
        return standing(database.transactions().call(tenant, db -> plans.of(db, video)));
    }

    /// Closes the task of a plan, and so every plan that shares it.
    ///
    /// @param done whether it was done, rather than declined
    /// @param result what came of it, as a sentence
    ///
    /// **errors** [RegistryRefused] when no plan has such a task that is pending
    public List<Standing> close(UUID task, boolean done, String result) {
        List<ActionPlan> meant = database.transactions().call(tenant, db -> plans.of(db, task));
        if (meant.isEmpty()) {
            throw RegistryRefused.unknownTask(task.toString());
        }
        tasks.close(tenant, task.toString(), done, result);
        return standing(meant);
    }

    private List<Standing> standing(Collection<ActionPlan> some) {
        Map<UUID, ImprovementTask> found = tasks.find(tenant,
                some.stream().map(ActionPlan::task).collect(Collectors.toSet()));
        List<Standing> standing = new ArrayList<>();
        for (ActionPlan plan : some) {
            ImprovementTask task = found.get(plan.task());
            if (task != null) {
                standing.add(new Standing(plan, task));
            }
        }
        return standing;
    }
}
