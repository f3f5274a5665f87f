package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.RealisedGrowth;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.forecast.Prediction.Outcome;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares stored predictions with what then happened.
///
/// The bar of a cut is the 95th percentile of the growth of all eligible hashtags, predicted or not. An outcome is settled
/// once readings reach the end of its horizon: an hour that nobody has read yet is unknown, not quiet. Readings that come
/// late correct the outcomes of the last two days.
public final class Outcomes {

    private static final Duration REOPENED = Duration.ofDays(2);

    private final Database database;
    private final SeriesRepository series;
    private final SurgeProtocol protocol;
    private final PredictionRepository predictions = new PredictionRepository();
    private final EventLogRepository events = new EventLogRepository();

    public Outcomes(Database database, ForecastSettings settings) {
        this.database = database;
        this.series = new SeriesRepository(database);
        this.protocol = settings.protocol();
    }

    /// Settles every prediction whose horizon had elapsed at `now`, and returns how many outcomes are new or corrected.
    ///
    /// **cost** nothing when nothing is due, else one reading of the series.
    public int settle(TenantId tenant, Instant now) {
        Optional<Instant> last = series.extent(tenant).map(SeriesRepository.Extent::last);
        if (last.isEmpty()) {
            return 0;
        }
        Instant elapsedBy = (last.get().isBefore(now) ? last.get() : now).minus(SurgeProtocol.HORIZON);
        List<Instant> cuts = database.transactions().call(tenant, db -> predictions.dueCuts(db,
                ForecastSettings.horizonHours(), elapsedBy, elapsedBy.minus(REOPENED)));
        if (cuts.isEmpty()) {
            return 0;
        }
        Map<EntityId, CounterSeries> views = series.until(tenant, cuts.getLast().plus(SurgeProtocol.HORIZON));
        return database.transactions().call(tenant, db -> settle(db, cuts, views));
    }

    /// How many predictions have a known outcome.
    public long count(TenantId tenant) {
        return database.transactions().call(tenant, predictions::countJudged);
    }

    /// Predictions beside what happened, the newest cut first and within it the likeliest surge.
    public List<Prediction> list(TenantId tenant, int limit, int offset) {
        return database.transactions().call(tenant, db -> predictions.judged(db, limit, offset));
    }

    private int settle(JdbcClient db, List<Instant> cuts, Map<EntityId, CounterSeries> views) {
        int changed = 0;
        for (Instant cut : cuts) {
            changed += settle(db, cut, views);
        }
        if (changed > 0) {
            events.write(db, EventLogRepository.OUTCOMES_SETTLED, Map.of("outcomes", changed, "from",
                    cuts.getFirst().toString(), "to", cuts.getLast().toString()));
        }
        return changed;
    }

    private int settle(JdbcClient db, Instant cut, Map<EntityId, CounterSeries> views) {
        Instant knownAt = cut.plus(SurgeProtocol.HORIZON);
        Set<String> predicted = predictions.entities(db, cut, ForecastSettings.horizonHours());
        List<Outcome> known = RealisedGrowth.of(views, protocol, cut).stream()
                .filter(one -> predicted.contains(one.entity().value()))
                .map(one -> new Outcome(one.entity(), cut, ForecastSettings.horizonHours(), one.surged(), one.growth(),
                        knownAt))
                .toList();
        return known.isEmpty() ? 0 : predictions.settle(db, cut, ForecastSettings.horizonHours(), knownAt, known);
    }
}
