package dev.upswell.server.registry.page;

import dev.upswell.server.alert.Alerts;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.Retraining;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answers the pages of the registry from what is kept.
public final class KeptRegistryPages implements RegistryPages {

    private static final int ALERTS = 20;
    private static final Comparator<ModelTask> IN_ORDER = Comparator.comparing(ModelTask::kind)
            .thenComparing(ModelTask::horizonHours);

    private final Governance governance;
    private final TenantId tenant;

    /// The pages over these services and their tenant.
    public KeptRegistryPages(Governance governance) {
        this.governance = governance;
        this.tenant = governance.tenant();
    }

    @Override
    public LifecycleView lifecycle(@Nullable ModelTask asked, Paging events) {
        List<RegisteredModel> models = governance.models().list(tenant);
        List<LifecycleView.Choice> tasks = models.stream().map(RegisteredModel::task).distinct().sorted(IN_ORDER)
                .map(task -> new LifecycleView.Choice(task, models.stream().anyMatch(
                        one -> one.task().equals(task) && one.state() == ModelState.AWAITING_APPROVAL)))
                .toList();
        ModelTask task = asked != null ? asked : first(tasks, models);
        return new LifecycleView(tasks, task == null ? null : standing(task, events));
    }

    private static @Nullable ModelTask first(List<LifecycleView.Choice> tasks, List<RegisteredModel> models) {
        Optional<ModelTask> awaiting = tasks.stream().filter(LifecycleView.Choice::awaits)
                .map(LifecycleView.Choice::task).findFirst();
        return awaiting.or(() -> models.stream().filter(RegisteredModel::serving).map(RegisteredModel::task)
                .min(Comparator.comparing((ModelTask one) -> !one.equals(ModelTask.DAILY_HASHTAGS))
                        .thenComparing(IN_ORDER)))
                .or(() -> tasks.stream().map(LifecycleView.Choice::task).findFirst()).orElse(null);
    }

    private LifecycleView.Standing standing(ModelTask task, Paging events) {
        ModelRegistry models = governance.models();
        RegisteredModel serving = models.serving(tenant, task).orElse(null);
        return new LifecycleView.Standing(task, serving,
                serving == null ? null : models.lastPromotion(tenant, serving.id()).orElse(null),
                governance.review().probation(tenant, task).orElse(null),
                governance.review().progress(tenant, task), retraining(task),
                new Listing<>(models.events(tenant, task, events.limit(), events.offset()),
                        models.countEvents(tenant, task), events),
                governance.review().settings());
    }

    private @Nullable ImprovementTask retraining(ModelTask task) {
        return governance.tasks().list(tenant).stream().filter(one -> one.state().pending())
                .filter(one -> one.order().topic().equals(Retraining.topic(task))).findFirst().orElse(null);
    }

    @Override
    public ModelTask decide(Deed deed, UUID model, String name) {
        ModelRegistry models = governance.models();
        return switch (deed) {
            case APPROVE -> models.approve(tenant, model, name).task();
            case REJECT -> models.reject(tenant, model, name).task();
            case PROMOTE -> models.promote(tenant, model, name).task();
            case ROLLBACK -> models.rollback(tenant, model, name).task();
        };
    }

    @Override
    public TasksView tasks(Filter filter, Paging paging) {
        List<ImprovementTask> all = governance.tasks().list(tenant);
        List<ImprovementTask> wanted = all.stream()
                .filter(one -> filter.state() == null || one.state() == filter.state())
                .filter(one -> filter.category() == null || one.order().category() == filter.category()).toList();
        return new TasksView(Listing.of(wanted, paging), all.stream().filter(one -> one.state().pending()).count(),
                governance.tasks().alerts(tenant).list(Alerts.Filter.ALL, ALERTS, 0),
                governance.models().list(tenant).stream().filter(RegisteredModel::serving).map(RegisteredModel::task)
                        .distinct().sorted(IN_ORDER).toList());
    }

    @Override
    public void askRetraining(ModelTask task, String name) {
        governance.retraining().ask(tenant, task, name);
    }

    @Override
    public void close(String id, boolean done, String result) {
        governance.tasks().close(tenant, id, done, result);
    }

    @Override
    public void accept(String id, String by) {
        governance.tasks().accept(tenant, id, by);
    }

    @Override
    public void acknowledge(UUID alert, String by) {
        governance.tasks().alerts(tenant).acknowledge(alert.toString(), by);
    }
}
