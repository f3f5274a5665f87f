package dev.upswell.server.forecast;

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
    private final EventLogRepository events = new EventLogRepository();

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
    /// **errors** [ForecastRefused] when there is none, or more than one.
    public RegisteredModel get(TenantId tenant, String meant) {
        List<RegisteredModel> matching = list(tenant).stream().filter(model -> model.id().toString().startsWith(meant)
                || model.record().id().startsWith(meant)).toList();
        if (meant.isBlank() || matching.size() != 1) {
            throw ForecastRefused.unknownModel(matching.size() > 1 ? meant + "… (several begin so)" : meant);
        }
        return matching.getFirst();
    }

    /// The model that gives predictions for this horizon.
    public Optional<RegisteredModel> serving(TenantId tenant, int horizonHours) {
        return database.transactions().call(tenant, db -> models.active(db, horizonHours));
    }

    /// Lets this model serve in place of the one that does. Promoting the serving model changes nothing.
    ///
    /// **errors** [ForecastRefused] when there is no such model.
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
    /// **errors** [ForecastRefused] when there is no such model, when it does not serve, or when it was the first.
    public RegisteredModel rollback(TenantId tenant, UUID id) {
        try (TenantLocks.Held held = lock(tenant)) {
            return database.transactions().call(tenant, db -> {
                RegisteredModel current = get(db, id);
                UUID previous = Optional.of(current).filter(RegisteredModel::serving)
                        .flatMap(model -> events.servedBefore(db, id))
                        .orElseThrow(() -> ForecastRefused.noEarlierModel(current.record().id()));
                models.setState(db, id, ModelState.RETIRED);
                models.setState(db, previous, ModelState.ACTIVE);
                events.write(db, EventLogRepository.MODEL_ROLLED_BACK,
                        Map.of("model", id.toString(), "serving", previous.toString()));
                return get(db, previous);
            });
        }
    }

    /// Holds off everybody else who would change which model serves.
    TenantLocks.Held lock(TenantId tenant) {
        return database.locks().acquire(tenant, "forecast-registry");
    }

    /// Lets this model serve, inside the caller's transaction and lock.
    void activate(JdbcClient db, RegisteredModel model) {
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
        return models.find(db, id).orElseThrow(() -> ForecastRefused.unknownModel(id.toString()));
    }
}
