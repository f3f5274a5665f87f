package dev.upswell.server.tuning;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.tune.Budget;
import dev.upswell.tune.Confirmation;
import dev.upswell.tune.HalvingSearch;
import dev.upswell.tune.SurgeTuning;
import dev.upswell.tune.TreeChoice;
import dev.upswell.tune.TuningReport;
import dev.upswell.tune.TuningRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Searches for trainer settings of one task within a budget, and keeps what was found.
public final class Tuning {

    private final Database database;
    private final TuningSource source;
    private final TuningRepository tunings = new TuningRepository();
    private final EventLogRepository events = new EventLogRepository("tuning");

    public Tuning(Database database, TuningSource source) {
        this.database = database;
        this.source = source;
    }

    /// How long a search lasts.
    ///
    /// @param trees when that for boosted trees ends
    /// @param regression when that for the regression, which comes first, ends
    /// @param seed of the draws: the same seed and numbers of trials find the same
    public record Limits(Budget trees, Budget regression, long seed) {
    }

    /// Searches on what was known at `at`; trainings from then on use what was found.
    ///
    /// The usual settings stay unless others are shown to be better on outcomes that played no part in choosing them.
    ///
    /// **errors** [TuningRefused] when another search runs, or when there are too few surges · **cost** as long as the limits
    /// let it, and two trainings.
    public StoredTuning run(TenantId tenant, Instant at, Limits limits, HalvingSearch.Progress progress) {
        try (TenantLocks.Held held = database.locks().tryAcquire(tenant, "forecast-tuning")
                .orElseThrow(TuningRefused::busy)) {
            Map<EntityId, EntitySeries> entities = source.until(tenant, at);
            TrainSettings usual = source.usual(tenant, entities.values());
            TuningRequest request = new TuningRequest(usual, earlier(tenant, at), limits.trees(), limits.regression(),
                    limits.seed());
            TuningReport report = SurgeTuning.run(entities, at, request, progress)
                    .orElseThrow(() -> TuningRefused.tooLittleData(source.task().label()));
            return database.transactions().call(tenant, db -> keep(db, report, limits.seed(), usual.codeVersion()));
        }
    }

    /// Searches on everything that is known.
    ///
    /// **errors** [TuningRefused] as in the other form.
    public StoredTuning run(TenantId tenant, Limits limits, HalvingSearch.Progress progress) {
        Instant last = source.last(tenant)
                .orElseThrow(() -> TuningRefused.tooLittleData(source.task().label()));
        return run(tenant, last, limits, progress);
    }

    private List<TreeChoice> earlier(TenantId tenant, Instant at) {
        return new Tunings(database).inForce(tenant, source.task(), at)
                .flatMap(found -> Optional.ofNullable(found.settings().trees())).stream().toList();
    }

    private StoredTuning keep(JdbcClient db, TuningReport report, long seed, String codeVersion) {
        UUID id = tunings.insert(db, source.task(), seed, report, codeVersion);
        StoredTuning stored = tunings.find(db, id).orElseThrow();
        Map<String, Object> facts = new TreeMap<>();
        facts.put("tuning", id.toString());
        facts.put("task", source.task().label());
        facts.put("asOf", report.knownBy().toString());
        facts.put("candidates", stored.candidates());
        facts.put("adopted", report.adopted());
        figures(facts, "boostedTrees", report.trees().confirmation());
        figures(facts, "logistic", report.regression().confirmation());
        events.write(db, EventType.TUNING_DONE, facts);
        return stored;
    }

    private static void figures(Map<String, Object> facts, String model,
            @Nullable Confirmation confirmation) {
        if (confirmation != null) {
            facts.put(model, Map.of("usualPrAuc", confirmation.usualPrAuc(), "prAuc", confirmation.bestPrAuc(),
                    "differenceLow", confirmation.difference().interval().low(), "differenceHigh",
                    confirmation.difference().interval().high(), "pairs", confirmation.pairs(), "surges",
                    confirmation.positives()));
        }
    }
}
