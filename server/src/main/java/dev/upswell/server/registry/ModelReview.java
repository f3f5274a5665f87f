package dev.upswell.server.registry;

import dev.upswell.learn.promotion.Comparison;
import dev.upswell.learn.promotion.PromotionRule.Verdict;
import dev.upswell.learn.promotion.RollbackRule.Failure;
import dev.upswell.server.registry.LivePairRepository.Cuts;
import dev.upswell.server.registry.LivePairRepository.LivePairs;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Judges challengers when their shadow period is over, and takes a promotion back that did not keep its promise.
///
/// All time is that of the data: a shadow period of a week is over once outcomes are known of a week of cuts. What is decided
/// here is decided once for each model, at the end of its period and not before, so that looking often does not help it.
public final class ModelReview {

    private static final int SAMPLES = 500;
    private static final long SEED = 20_250_701;

    private final Database database;
    private final RegistrySettings settings;
    private final ModelRepository models = new ModelRepository();
    private final TransitionRepository transitions = new TransitionRepository();
    private final LivePairRepository live = new LivePairRepository();
    private final Lifecycle lifecycle = new Lifecycle();

    public ModelReview(Database database, RegistrySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// Decides whatever can be decided of a task's models now. Doing it again changes nothing more.
    ///
    /// **cost** nothing to speak of while there is no challenger and no promotion of the last weeks, else some seconds for
    /// 100,000 pairs.
    public void review(TenantId tenant, ModelTask task) {
        takeBackFailure(tenant, task);
        for (RegisteredModel challenger : database.transactions().call(tenant, db -> models.challengers(db, task))) {
            if (challenger.state() == ModelState.SHADOW) {
                judge(tenant, challenger);
            }
        }
    }

    /// How far a challenger is.
    ///
    /// @param from the first cut that counts
    /// @param until when its shadow period ends
    /// @param knownUntil up to when outcomes are known; `from` before the first
    /// @param comparison with the serving model so far; empty while nothing can be compared
    /// @param verdict what the rule would say now; empty like the comparison
    /// @param enough whether there are enough cuts and surges to judge it
    public record Progress(RegisteredModel model, Instant from, Instant until, Instant knownUntil,
            Optional<Comparison> comparison, Optional<Verdict> verdict, boolean enough) {

        /// Whether its time in shadow is over.
        public boolean over() {
            return !knownUntil.isBefore(until);
        }
    }

    /// How far each challenger of a task is, the oldest first.
    public List<Progress> progress(TenantId tenant, ModelTask task) {
        return database.transactions().call(tenant, db -> models.challengers(db, task)).stream()
                .flatMap(model -> progress(tenant, model).stream()).toList();
    }

    /// Least numbers of cuts and surges that a judgement needs, and the rules.
    public RegistrySettings settings() {
        return settings;
    }

    private Optional<Progress> progress(TenantId tenant, RegisteredModel model) {
        Instant from = model.shadowFrom();
        return from == null ? Optional.empty() : Optional.of(progress(tenant, model, from));
    }

    private Progress progress(TenantId tenant, RegisteredModel model, Instant from) {
        record Read(Optional<RegisteredModel> serving, Optional<LivePairs> pairs, Instant knownUntil) {
        }
        Read read = database.transactions().call(tenant, db -> {
            Optional<RegisteredModel> serving = models.active(db, model.task());
            return new Read(serving,
                    serving.map(one -> live.pairs(db, model.task(), one.id(), model.id(), Cuts.from(from))),
                    live.knownUntil(db, model.task()).filter(known -> known.isAfter(from)).orElse(from));
        });
        Optional<Comparison> comparison = read.pairs()
                .flatMap(both -> Comparison.of(both.one(), both.other(), SAMPLES, SEED));
        boolean enough = comparison.filter(one -> one.cuts() >= settings.minCuts()
                && one.positives() >= settings.minSurges()).isPresent();
        boolean fresher = read.serving().filter(one -> onlyFresher(model, one)).isPresent();
        return new Progress(model, from, from.plus(settings.shadowFor()), read.knownUntil(), comparison,
                comparison.map(one -> settings.promotion().judge(one, fresher)), enough);
    }

    /// Whether one model differs from another only in knowing more recent data.
    private static boolean onlyFresher(RegisteredModel one, RegisteredModel other) {
        return one.kind().equals(other.kind()) && one.record().featureSet().equals(other.record().featureSet())
                && one.record().settings().equals(other.record().settings())
                && one.record().trainingTo().isAfter(other.record().trainingTo());
    }

    private void judge(TenantId tenant, RegisteredModel model) {
        Progress progress = progress(tenant, model).orElseThrow();
        if (!progress.over()) {
            return;
        }
        Optional<Verdict> verdict = progress.verdict().filter(any -> progress.enough());
        if (verdict.isEmpty()) {
            if (!progress.knownUntil().isBefore(progress.from().plus(settings.patience()))) {
                decide(tenant, model, (db, now) -> lifecycle.reject(db, now, Decision.byRule(
                        "Too few cuts with surges came to judge it.", progress.knownUntil(), figures(progress))));
            }
            return;
        }
        Decision decision = Decision.byRule(verdict.get().reason(), progress.knownUntil(), figures(progress));
        decide(tenant, model, (db, now) -> {
            if (!verdict.get().promoted()) {
                lifecycle.reject(db, now, decision);
            } else if (settings.approval()) {
                lifecycle.await(db, now, decision);
            } else {
                lifecycle.serve(db, now, decision);
            }
        });
    }

    private static Map<String, Double> figures(Progress progress) {
        return progress.comparison().map(Comparison::figures).orElse(Map.of());
    }

    /// How the serving model does beside the one that it replaced, in the two weeks after its promotion in which both predict.
    ///
    /// @param from the first cut that counts
    /// @param comparison the serving model as the challenger of the one before; empty while nothing can be compared
    /// @param behind whether it is behind by the rule at the last cut; it is taken back once it has been for long enough
    public record Probation(RegisteredModel serving, RegisteredModel before, Instant from,
            Optional<Comparison> comparison, Optional<Failure> behind) {
    }

    /// What decides whether the last promotion of a task is taken back; empty when the first model serves.
    public Optional<Probation> probation(TenantId tenant, ModelTask task) {
        return watched(tenant, task, false).map(both -> new Probation(both.serving(), both.before(), both.from(),
                Comparison.of(both.pairs().other(), both.pairs().one(), SAMPLES, SEED),
                settings.rollback().behind(both.pairs().one(), both.pairs().other())));
    }

    private record Watched(RegisteredModel serving, RegisteredModel before, Instant from, LivePairs pairs) {
    }

    /// @param lately only where something of it became known in the last week
    private Optional<Watched> watched(TenantId tenant, ModelTask task, boolean lately) {
        return database.transactions().call(tenant, db -> models.active(db, task)
                .flatMap(serving -> transitions.lastPromotion(db, serving.id())
                        .flatMap(promotion -> previous(promotion).flatMap(id -> models.find(db, id))
                                .flatMap(before -> watched(db, serving, before, promotion.decision().asOf(),
                                        lately)))));
    }

    private Optional<Watched> watched(JdbcClient db, RegisteredModel serving, RegisteredModel before, Instant from,
            boolean lately) {
        Cuts cuts = new Cuts(from, from.plus(ModelRegistry.WATCHED_FOR));
        return lately && !live.settledLately(db, serving.task(), cuts)
                ? Optional.empty()
                : Optional.of(new Watched(serving, before, from,
                        live.pairs(db, serving.task(), serving.id(), before.id(), cuts)));
    }

    private void takeBackFailure(TenantId tenant, ModelTask task) {
        Optional<Watched> watched = watched(tenant, task, true);
        Optional<Failure> failure = watched
                .flatMap(both -> settings.rollback().failure(both.pairs().one(), both.pairs().other()));
        if (failure.isPresent()) {
            decide(tenant, watched.orElseThrow().serving(), (db, now) -> lifecycle.rollBack(db, now, Decision.byRule(
                    failure.get().reason(), live.knownUntil(db, task).orElseThrow(), failure.get().figures())));
        }
    }

    private static Optional<UUID> previous(Transition promotion) {
        return Optional.ofNullable(promotion.previous());
    }

    /// Does this to the model unless somebody else changed its state while the figures were taken.
    private void decide(TenantId tenant, RegisteredModel model, BiConsumer<JdbcClient, RegisteredModel> step) {
        try (TenantLocks.Held held = ModelRegistry.lock(database, tenant)) {
            database.transactions().run(tenant, db -> models.find(db, model.id())
                    .filter(now -> now.state() == model.state()).ifPresent(now -> step.accept(db, now)));
        }
    }
}
