package dev.upswell.server.registry.page;

import dev.upswell.content.EntityKind;
import dev.upswell.learn.Estimate;
import dev.upswell.learn.Interval;
import dev.upswell.learn.ModelRecord;
import dev.upswell.learn.promotion.Comparison;
import dev.upswell.learn.promotion.RollbackRule;
import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ModelEventRepository.OfModel;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.State;
import dev.upswell.server.registry.ModelReview.Probation;
import dev.upswell.server.registry.ModelReview.Progress;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.RegistrySettings;
import dev.upswell.server.registry.Transition;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A made-up registry: a model on probation, a challenger in shadow and one that waits for a person; what people decide is noted.
public final class SampleRegistryPages implements RegistryPages {

    static final UUID SERVING = UUID.fromString("1f0c9d2a-b7e4-4c11-9c55-0a5b8d0c7e11");
    static final UUID AWAITING = UUID.fromString("77aa0000-b7e4-4c11-9c55-0a5b8d0c7e11");
    static final UUID BEFORE = UUID.fromString("5cbe1111-b7e4-4c11-9c55-0a5b8d0c7e11");
    static final UUID SHADOW = UUID.fromString("88bb0000-b7e4-4c11-9c55-0a5b8d0c7e11");
    private static final ModelTask SOUNDS = new ModelTask(EntityKind.SOUND, 6);
    private static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");

    /// What people decided, one line each.
    public final List<String> deeds = new ArrayList<>();

    @Override
    public LifecycleView lifecycle(@Nullable ModelTask task, Paging events) {
        List<LifecycleView.Choice> tasks = List.of(new LifecycleView.Choice(ModelTask.DAILY_HASHTAGS, true),
                new LifecycleView.Choice(SOUNDS, false));
        if (SOUNDS.equals(task)) {
            return new LifecycleView(tasks, new LifecycleView.Standing(SOUNDS, null, null, null, List.of(), null,
                    new Listing<>(List.of(), 0, events), RegistrySettings.USUAL));
        }
        if (task != null && !task.equals(ModelTask.DAILY_HASHTAGS)) {
            return new LifecycleView(tasks, null);
        }
        RegisteredModel serving = model(SERVING, ModelState.ACTIVE, "boosted-trees", null);
        Instant from = NOW.minus(Duration.ofDays(4));
        List<OfModel> all = events();
        return new LifecycleView(tasks, new LifecycleView.Standing(ModelTask.DAILY_HASHTAGS, serving,
                new Transition(SERVING, ModelState.AWAITING_APPROVAL, ModelState.ACTIVE,
                        new Decision("Mira", "Approved by Mira.", from, Map.of()), BEFORE, from),
                new Probation(serving, model(BEFORE, ModelState.RETIRED, "boosted-trees", null), from,
                        Optional.of(comparison(0.47, 0.38, 8, 31)),
                        Optional.of(new RollbackRule.Failure(0.38, 0.47, 8, 31,
                                NOW.minus(Duration.ofHours(30)).getEpochSecond()))),
                List.of(progress(model(AWAITING, ModelState.AWAITING_APPROVAL, "boosted-trees", from), from, 7, 0.52),
                        progress(model(SHADOW, ModelState.SHADOW, "ensemble", from), from, 1, 0.48)),
                tasks().get(0), new Listing<>(all, all.size(), events), RegistrySettings.USUAL.approval(true)));
    }

    private static Progress progress(RegisteredModel model, Instant from, int days, double prAuc) {
        Comparison comparison = comparison(0.45, prAuc, days * 4, days * 9);
        return new Progress(model, from, from.plus(Duration.ofDays(7)), from.plus(Duration.ofDays(days)),
                Optional.of(comparison), Optional.of(RegistrySettings.USUAL.promotion().judge(comparison, false)),
                days > 2);
    }

    private static Comparison comparison(double theirs, double mine, int cuts, int surges) {
        return new Comparison(cuts, cuts * 210, surges, theirs, new Interval(theirs - 0.06, theirs + 0.07), mine,
                new Interval(mine - 0.07, mine + 0.06),
                new Estimate(mine - theirs, new Interval(mine - theirs - 0.05, mine - theirs + 0.04)), 0.009, 0.012);
    }

    private static RegisteredModel model(UUID id, ModelState state, String kind, @Nullable Instant shadowFrom) {
        ModelRecord record = new ModelRecord(kind + "-1f0c9d2ab7e4", kind, Instant.parse("2025-01-01T00:00:00Z"),
                NOW.minus(Duration.ofDays(4)), 61_402, 3_190, "4be1f0c9d2ab7e4", "feature_set_v2",
                Map.of("depth", "5"), 7, Map.of("prAuc", 0.56), "0.2.0", "", "9be17700c1d2");
        return new RegisteredModel(id, state, ModelTask.DAILY_HASHTAGS, shadowFrom, record, List.of(),
                NOW.minus(Duration.ofDays(4)));
    }

    private static List<OfModel> events() {
        return List.of(event("APPROVAL_AWAITED", AWAITING, "rule", "It is better on 5880 pairs of 28 cuts."),
                event("MODEL_PROMOTED", SERVING, "Mira", "Approved by Mira."),
                event("MODEL_ROLLED_BACK", BEFORE, "rule",
                        "Its live PR-AUC, 0.310 over 12 cuts (41 surges), stayed below that of the model before it, 0.420."),
                new OfModel("MODEL_PROMOTED", BEFORE, "boosted-trees", null, null, null, NOW));
    }

    private static OfModel event(String type, UUID model, String actor, String reason) {
        return new OfModel(type, model, "boosted-trees", NOW.minus(Duration.ofDays(1)), actor, reason, NOW);
    }

    @Override
    public ModelTask decide(Deed deed, UUID model, String name) {
        deeds.add(deed + " " + model + " by " + name);
        return ModelTask.DAILY_HASHTAGS;
    }

    @Override
    public TasksView tasks(Filter filter, Paging paging) {
        List<ImprovementTask> wanted = tasks().stream()
                .filter(one -> filter.state() == null || one.state() == filter.state())
                .filter(one -> filter.category() == null || one.order().category() == filter.category()).toList();
        return new TasksView(Listing.of(wanted, paging), 1, List.of(new Alert(SHADOW, "DRIFT_ALERT", Severity.WARNING,
                "What is scored for hashtag/24h no longer resembles what the model learned from: growth_24h.", Map.of(),
                NOW, tasks().getFirst().id(), NOW, null, null),
                new Alert(SERVING_ALERT, "DRIFT_ALERT", Severity.WARNING, "What is scored for sound/6h changed.",
                        Map.of(),
                        NOW.minus(Duration.ofDays(9)), null, NOW.minus(Duration.ofDays(9)),
                        new Alert.Acknowledged(NOW.minus(Duration.ofDays(8)), "Mira"), null)),
                List.of(ModelTask.DAILY_HASHTAGS, SOUNDS));
    }

    private static final UUID SERVING_ALERT = UUID.fromString("cccc0000-b7e4-4c11-9c55-0a5b8d0c7e11");

    private static List<ImprovementTask> tasks() {
        ImprovementTask.Order retrain = new ImprovementTask.Order("retrain hashtag/24h",
                "Train the model of hashtag/24h anew", Category.RETRAINING,
                "What is scored for hashtag/24h no longer resembles what the model learned from: growth_24h, growth_72h.",
                "The world changed; a model that has seen it ranks better.",
                "A retrained model meets the rule for promotion.", "model agent", LocalDate.of(2026, 2, 9),
                Map.of("driftedFeatures", 14.0, "strangeShare", 0.113));
        ImprovementTask.Order sources = new ImprovementTask.Order("gaps hashtag/24h", "Read hashtags more evenly",
                Category.DATA, "12 of 53 misses of the last two weeks had a data gap.",
                "Gaps hide the growth before it.",
                "Fewer than one in twenty misses has a data gap.", "ingest agent", LocalDate.of(2026, 1, 28), Map.of());
        return List.of(
                new ImprovementTask(UUID.fromString("aaaa0000-b7e4-4c11-9c55-0a5b8d0c7e11"), retrain, State.TAKEN,
                        NOW.minus(Duration.ofDays(2)), null, NOW.minus(Duration.ofDays(2)), null),
                new ImprovementTask(UUID.fromString("bbbb0000-b7e4-4c11-9c55-0a5b8d0c7e11"), sources, State.DONE,
                        NOW.minus(Duration.ofDays(20)), "A second source fills the nights.",
                        NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(3))));
    }

    @Override
    public void askRetraining(ModelTask task, String name) {
        deeds.add("RETRAIN " + task.label() + " by " + name);
    }

    @Override
    public void accept(String id, String by) {
        deeds.add("accept " + id + " by " + by);
    }

    @Override
    public void close(String id, boolean done, String result) {
        deeds.add((done ? "DONE " : "DROPPED ") + id + ": " + result);
    }

    @Override
    public void acknowledge(UUID alert, String by) {
        deeds.add("SEEN " + alert + " by " + by);
    }
}
