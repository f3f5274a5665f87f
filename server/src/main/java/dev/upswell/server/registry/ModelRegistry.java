package dev.upswell.server.registry;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which models there are and which one serves.
///
/// Promotion and rollback change who serves and nothing else: no artefact is ever lost.
public final class ModelRegistry {

    private final Database database;
    private final ModelRepository models = new ModelRepository();
    private final EventLogRepository events = new EventLogRepository("registry");

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

    /// The model that gives predictions for this horizon.
    public Optional<RegisteredModel> serving(TenantId tenant, int horizonHours) {
        return database.transactions().call(tenant, db -> models.active(db, horizonHours));
    }

    /// Lets this model serve in place of the one that does. Promoting the serving model changes nothing.
    ///
    /// **errors** [RegistryRefused] when there is no such model.
    public RegisteredModel promote(TenantId tenant, UUID id) {
        try (TenantLocks.Held held = lock(tenant)) {
            return database.transactions().call(tenant, db -> {
                activate(db, get(db, id));
                return get(db, id);
            });
        }
    }

    /// Lets the model serve again that served before this one, and returns it.
    ///
    /// **errors** [RegistryRefused] when there is no such model, when it does not serve, or when it was the first.
    public RegisteredModel rollback(TenantId tenant, UUID id) {
        try (TenantLocks.Held held = lock(tenant)) {
            return database.transactions().call(tenant, db -> {
                RegisteredModel current = get(db, id);
                UUID previous = Optional.of(current).filter(RegisteredModel::serving)
                        .flatMap(model -> events.servedBefore(db, id))
                        .orElseThrow(() -> RegistryRefused.noEarlierModel(current.record().id()));
                models.setState(db, id, ModelState.RETIRED);
                models.setState(db, previous, ModelState.ACTIVE);
                events.write(db, EventLogRepository.MODEL_ROLLED_BACK,
                        Map.of("model", id.toString(), "serving", previous.toString()));
                return get(db, previous);
            });
        }
    }

    /// The bytes of the model, as its trainer wrote them.
    public byte[] artefact(TenantId tenant, UUID id) {
        return database.transactions().call(tenant, db -> models.artefact(db, id));
    }

    /// Keeps what one training left. The newest of the models that are offered serves, where new means to know more: a
    /// training as of the past does not replace anything.
    public List<RegisteredModel> register(TenantId tenant, List<NewModel> trained) {
        try (TenantLocks.Held held = lock(tenant)) {
            return database.transactions().call(tenant, db -> {
                List<UUID> ids = trained.stream().map(model -> register(db, model)).toList();
                return ids.stream().map(id -> get(db, id)).toList();
            });
        }
    }

    private UUID register(JdbcClient db, NewModel model) {
        UUID id = models.insert(db, model);
        events.write(db, EventLogRepository.TRAIN_DONE, Map.of("model", id.toString(), "kind", model.record().kind(),
                "trainingTo", model.record().trainingTo().toString(), "rows", model.record().rows()));
        boolean knowsLess = models.active(db, model.horizonHours())
                .filter(serving -> serving.record().trainingTo().isAfter(model.record().trainingTo())).isPresent();
        if (model.offered() && !knowsLess) {
            activate(db, get(db, id));
        }
        return id;
    }

    /// Holds off everybody else who would change which model serves.
    private TenantLocks.Held lock(TenantId tenant) {
        return database.locks().acquire(tenant, "forecast-registry");
    }

    /// Lets this model serve, inside the caller's transaction and lock.
    private void activate(JdbcClient db, RegisteredModel model) {
        Optional<RegisteredModel> serving = models.active(db, model.horizonHours());
        if (serving.isPresent() && serving.get().id().equals(model.id())) {
            return;
        }
        Map<String, String> payload = new HashMap<>(Map.of("model", model.id().toString(), "kind", model.kind()));
        serving.ifPresent(old -> {
            models.setState(db, old.id(), ModelState.RETIRED);
            payload.put("previous", old.id().toString());
        });
        models.setState(db, model.id(), ModelState.ACTIVE);
        events.write(db, EventLogRepository.MODEL_PROMOTED, payload);
    }

    private RegisteredModel get(JdbcClient db, UUID id) {
        return models.find(db, id).orElseThrow(() -> RegistryRefused.unknownModel(id.toString()));
    }
}
