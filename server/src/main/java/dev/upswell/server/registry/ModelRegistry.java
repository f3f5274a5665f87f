package dev.upswell.server.registry;

import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which models there are, where each stands, and which one serves.
///
/// Promotion and rollback change who serves and nothing else: no artefact is ever lost. What changes without a person is for
/// [ModelReview] to decide.
public final class ModelRegistry {

    /// How long the model that served before goes on in shadow after it was replaced, and a promotion may be taken back by rule.
    static final Duration WATCHED_FOR = Duration.ofDays(14);

    private final Database database;
    private final ModelRepository models = new ModelRepository();
    private final TransitionRepository transitions = new TransitionRepository();
    private final LivePairRepository live = new LivePairRepository();
    private final Lifecycle lifecycle = new Lifecycle();
    private final ModelEventRepository events = new ModelEventRepository();

    /// The registry in this store.
    public ModelRegistry(Database database) {
        this.database = database;
    }

    /// All models, the newest first.
    public List<RegisteredModel> list(TenantId tenant) {
        return database.transactions().call(tenant, models::list);
    }

    /// The model with this id.
    public Optional<RegisteredModel> find(TenantId tenant, UUID id) {
        return database.transactions().call(tenant, db -> models.find(db, id));
    }

    /// The model that a person means: its id, its name (`boosted-trees-…`) or the unambiguous beginning of either.
    ///
    /// **errors** [RegistryRefused] when there is none, or more than one.
    public RegisteredModel get(TenantId tenant, String meant) {
        List<RegisteredModel> matching = list(tenant).stream().filter(model -> model.id().toString().startsWith(meant)
                || model.record().id().startsWith(meant)).toList();
        if (meant.isBlank() || matching.size() != 1) {
            throw RegistryRefused.unknownModel(matching.size() > 1 ? meant + "… (several begin so)" : meant);
        }
        return matching.getFirst();
    }

    /// The model that gives the predictions of this task.
    public Optional<RegisteredModel> serving(TenantId tenant, ModelTask task) {
        return database.transactions().call(tenant, db -> models.active(db, task));
    }

    /// The bytes of the model, as its trainer wrote them.
    public byte[] artefact(TenantId tenant, UUID id) {
        return database.transactions().call(tenant, db -> models.artefact(db, id));
    }

    /// The last changes of the states of a task's models, the newest first.
    public List<Transition> history(TenantId tenant, ModelTask task, int limit) {
        return database.transactions().call(tenant, db -> transitions.list(db, task, limit));
    }

    /// All changes of one model's state, from its training on.
    public List<Transition> history(TenantId tenant, UUID model) {
        return database.transactions().call(tenant, db -> transitions.of(db, model));
    }

    /// The last time that this model began to serve; empty when it never did.
    public Optional<Transition> lastPromotion(TenantId tenant, UUID model) {
        return database.transactions().call(tenant, db -> transitions.lastPromotion(db, model));
    }

    /// Part of what happened to the models of a task, as the event log has it, the newest first.
    public List<ModelEventRepository.OfModel> events(TenantId tenant, ModelTask task, int limit, int offset) {
        return database.transactions().call(tenant,
                db -> events.list(db, task, EventType.OF_MODELS, limit, offset));
    }

    /// How many such events there are.
    public long countEvents(TenantId tenant, ModelTask task) {
        return database.transactions().call(tenant, db -> events.count(db, task, EventType.OF_MODELS));
    }

    /// Keeps what one training left.
    ///
    /// The first model offered for a task serves at once, since there is nothing to compare it with; a later one predicts in
    /// shadow first, and takes the place of a challenger of its family that was still to be judged; one that waits for a person
    /// goes on waiting beside it. A training as of the past, which knows less than the serving model, stays a candidate.
    public List<RegisteredModel> register(TenantId tenant, List<NewModel> trained) {
        return locked(tenant, db -> {
            List<UUID> ids = trained.stream().map(model -> register(db, model)).toList();
            return ids.stream().map(id -> get(db, id)).toList();
        });
    }

    /// What the registry did with a model that came as a file.
    ///
    /// @param known whether it had this very model of this task already; nothing was changed then
    public record Adopted(RegisteredModel model, boolean known) {
    }

    /// Keeps a model that was trained elsewhere. Beside a serving model it predicts in shadow from `coming.asOf()` on, in the place
    /// of a challenger of its family; where none serves it stays a candidate until a person promotes it, because nobody here
    /// has seen it learn.
    ///
    /// @param coming who brought it
    public Adopted adopt(TenantId tenant, NewModel model, Decision coming) {
        return locked(tenant, db -> {
            Optional<RegisteredModel> known = models.list(db).stream().filter(one -> one.task().equals(model.task())
                    && one.record().artefactHash().equals(model.record().artefactHash())).findFirst();
            if (known.isPresent()) {
                return new Adopted(known.get(), true);
            }
            UUID id = lifecycle.adopt(db, model, coming);
            if (models.active(db, model.task()).isPresent()) {
                challenge(db, get(db, id), coming.asOf());
            }
            return new Adopted(get(db, id), false);
        });
    }

    private UUID register(JdbcClient db, NewModel trained) {
        RegisteredModel model = get(db, lifecycle.add(db, trained));
        Optional<RegisteredModel> serving = models.active(db, trained.task());
        Instant at = trained.record().trainingTo();
        if (!trained.offered() || serving.filter(one -> one.record().trainingTo().isAfter(at)).isPresent()) {
            return model.id();
        }
        if (serving.isEmpty()) {
            lifecycle.serve(db, model, Decision.byRule("It is the first model of its task.", at, Map.of()));
            return model.id();
        }
        challenge(db, model, at);
        return model.id();
    }

    private void challenge(JdbcClient db, RegisteredModel model, Instant at) {
        models.challengers(db, model.task()).stream()
                .filter(one -> one.state() == ModelState.SHADOW && one.kind().equals(model.kind()))
                .forEach(older -> lifecycle.reject(db, older, Decision.byRule(
                        "A newer training took its place before it served.", at, Map.of())));
        lifecycle.shadow(db, model, Decision.byRule("It predicts beside the serving model until it can be judged.", at,
                Map.of()));
    }

    /// Lets this model serve in place of the one that does. Promoting the serving model changes nothing.
    ///
    /// **errors** [RegistryRefused] when there is no such model.
    public RegisteredModel promote(TenantId tenant, UUID id) {
        return promote(tenant, id, Decision.HAND);
    }

    /// The same by a person.
    ///
    /// @param name as they call themselves
    public RegisteredModel promote(TenantId tenant, UUID id, String name) {
        return locked(tenant, id, (db, model) -> {
            lifecycle.serve(db, model, byHand(db, model, name, "Promoted by " + name + "."));
            return get(db, id);
        });
    }

    /// Lets a model serve that met the rule and waits for a person.
    ///
    /// @param name who approves, as they call themselves
    ///
    /// **errors** [RegistryRefused] when there is no such model, or when it does not wait.
    public RegisteredModel approve(TenantId tenant, UUID id, String name) {
        return locked(tenant, id, (db, model) -> {
            if (model.state() != ModelState.AWAITING_APPROVAL) {
                throw RegistryRefused.notAwaiting(model.record().id(), model.state());
            }
            lifecycle.serve(db, model, byHand(db, model, name, "Approved by " + name + "."));
            return get(db, id);
        });
    }

    /// Takes a model that is on its way to serve out of the race.
    ///
    /// @param name who refuses it, as they call themselves
    ///
    /// **errors** [RegistryRefused] when there is no such model, or when it is not on its way.
    public RegisteredModel reject(TenantId tenant, UUID id, String name) {
        return locked(tenant, id, (db, model) -> {
            if (!model.state().challenging()) {
                throw RegistryRefused.notChallenging(model.record().id(), model.state());
            }
            lifecycle.reject(db, model, byHand(db, model, name, "Refused by " + name + "."));
            return get(db, id);
        });
    }

    /// Lets the model serve again that served before this one, and returns it.
    ///
    /// **errors** [RegistryRefused] when there is no such model, when it does not serve, or when it was the first.
    public RegisteredModel rollback(TenantId tenant, UUID id) {
        return rollback(tenant, id, Decision.HAND);
    }

    /// The same by a person.
    ///
    /// @param name as they call themselves
    public RegisteredModel rollback(TenantId tenant, UUID id, String name) {
        return locked(tenant, id, (db, model) -> lifecycle
                .rollBack(db, model, byHand(db, model, name, "Rolled back by " + name + "."))
                .orElseThrow(() -> RegistryRefused.noEarlierModel(model.record().id())));
    }

    /// The models that predict beside the serving one, unseen: those on their way to serve, and for a while the one that served
    /// before, so that it is known what it would do now.
    public List<RegisteredModel> beside(TenantId tenant, ModelTask task, Instant at) {
        return database.transactions().call(tenant, db -> {
            Optional<RegisteredModel> before = models.active(db, task)
                    .flatMap(one -> transitions.lastPromotion(db, one.id()))
                    .filter(promoted -> !promoted.decision().asOf().plus(WATCHED_FOR).isBefore(at))
                    .map(Transition::previous).flatMap(id -> models.find(db, id));
            return Stream.concat(models.challengers(db, task).stream(), before.stream())
                    .filter(model -> !model.record().trainingTo().isAfter(at)).distinct().toList();
        });
    }

    /// Keeps what a model that does not serve expects, by entity id; what it said before stays as it was said.
    public int keepShadow(TenantId tenant, RegisteredModel model, Instant asOf, Map<String, Double> probabilities) {
        return database.transactions().call(tenant, db -> live.insert(db, model, asOf, probabilities));
    }

    /// A decision by hand is about the cuts after the last one that users were shown predictions of.
    private Decision byHand(JdbcClient db, RegisteredModel model, String name, String reason) {
        return new Decision(name, reason, live.lastCut(db, model.task()).orElse(model.record().trainingTo()), Map.of());
    }

    /// Does this in one transaction, holding off everybody else who would change a state.
    private <T> T locked(TenantId tenant, Function<JdbcClient, T> work) {
        try (TenantLocks.Held held = lock(database, tenant)) {
            return database.transactions().call(tenant, work);
        }
    }

    private <T> T locked(TenantId tenant, UUID id, BiFunction<JdbcClient, RegisteredModel, T> work) {
        return locked(tenant, db -> work.apply(db, get(db, id)));
    }

    static TenantLocks.Held lock(Database database, TenantId tenant) {
        return database.locks().acquire(tenant, "forecast-registry");
    }

    private RegisteredModel get(JdbcClient db, UUID id) {
        return models.find(db, id).orElseThrow(() -> RegistryRefused.unknownModel(id.toString()));
    }
}
