package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.feature.PastReadings;
import dev.upswell.forecast.RealisedGrowth;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares stored predictions with what then happened.
///
/// The bar of a cut is the 95th percentile of the growth of all eligible entities, predicted or not. An outcome is settled
/// once readings reach the end of its horizon: an hour that nobody has read yet is unknown, not quiet. Readings that come
/// late correct the outcomes of the last two days. A cut before and after which too few entities were read has no outcomes.
/// Any cut is looked at again only when more is known about its time, or others were predicted as of it.
public final class Outcomes {

    private static final Duration REOPENED = Duration.ofDays(2);

    private final Database database;
    private final SeriesRepository series;
    private final SurgeProtocol protocol;
    private final PredictionRepository.Bearing bearing;
    private final PredictionRepository predictions;
    private final EventLogRepository events = new EventLogRepository("forecast");

    public Outcomes(Database database, ForecastSettings settings) {
        this.database = database;
        this.series = settings.series(database);
        this.protocol = settings.protocol();
        this.bearing = bearing(protocol);
        this.predictions = new PredictionRepository(settings.task());
    }

    /// Which readings bear on a cut: those that may stand for its level, of which a fraction of a second counts as the next whole
    /// one, up to the end of the horizon.
    static PredictionRepository.Bearing bearing(SurgeProtocol protocol) {
        return new PredictionRepository.Bearing(PastReadings.MAX_AGE.plusSeconds(1), protocol.reach());
    }

    /// Settles every prediction whose horizon had elapsed at `now`, and returns how many outcomes are new or corrected.
    ///
    /// **cost** nothing when nothing is due, else for each cut of which more is known the readings of the half day before and the day after it.
    public int settle(TenantId tenant, Instant now) {
        Optional<Instant> last = series.last(tenant);
        if (last.isEmpty()) {
            return 0;
        }
        Instant elapsedBy = (last.get().isBefore(now) ? last.get() : now).minus(protocol.reach());
        Due due = database.transactions().call(tenant,
                db -> new Due(predictions.dueCuts(db, bearing, elapsedBy, elapsedBy.minus(REOPENED)),
                        predictions.lastSeq(db)));
        int changed = 0;
        for (Instant cut : due.cuts()) {
            changed += settle(tenant, cut, due.lastSeq());
        }
        int outcomes = changed;
        if (outcomes > 0) {
            database.transactions().run(tenant, db -> events.write(db, EventType.OUTCOMES_SETTLED,
                    Map.of("outcomes", outcomes, "from", due.cuts().getFirst().toString(), "to",
                            due.cuts().getLast().toString())));
        }
        return changed;
    }

    /// @param lastSeq the newest file that was known when these cuts were found
    private record Due(List<Instant> cuts, long lastSeq) {
    }

    /// How many predictions have a known outcome.
    public long count(TenantId tenant) {
        return list(tenant, Prediction.Filter.NONE, 1, 0).total();
    }

    /// Predictions beside what happened, the newest cut first and within it the likeliest surge.
    public List<Prediction> list(TenantId tenant, int limit, int offset) {
        return list(tenant, Prediction.Filter.NONE, limit, offset).items();
    }

    /// Part of what this filter leaves of them.
    public Prediction.Part list(TenantId tenant, Prediction.Filter filter, int limit, int offset) {
        return database.transactions().call(tenant, db -> predictions.judged(db, filter, limit, offset));
    }

    /// Each entity is compared by the counter that its prediction was made from; the others, which only set the bar, by the
    /// one that was read most before the cut.
    private int settle(TenantId tenant, Instant cut, long lastSeq) {
        PredictionRepository.Predicted predicted = database.transactions().call(tenant,
                db -> predictions.predicted(db, cut));
        Map<EntityId, EntitySeries> entities = series.select(tenant, new SeriesRepository.Selection(
                bearing.from(cut), bearing.to(cut), cut, predicted.sources())).entities();
        List<RealisedGrowth> known = RealisedGrowth.of(entities, protocol, cut).stream()
                .filter(one -> predicted.entities().contains(one.entity().value())).toList();
        return database.transactions().call(tenant, db -> {
            predictions.compared(db, cut, lastSeq, predicted.entities().size());
            return keep(db, cut, known, lastSeq);
        });
    }

    private int keep(JdbcClient db, Instant cut, List<RealisedGrowth> known, long lastSeq) {
        if (known.isEmpty()) {
            predictions.leaveUnjudged(db, cut, lastSeq);
            return 0;
        }
        return predictions.settle(db, cut, cut.plus(protocol.reach()), known);
    }
}
