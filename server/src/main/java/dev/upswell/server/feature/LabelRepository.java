package dev.upswell.server.feature;

import dev.upswell.server.feature.FeatureExport.Wanted;
import dev.upswell.server.postgres.RowTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what came of cuts, for export beside features. All calls run inside the caller's tenant transaction.
///
/// Outcomes are written by the slice that forecasts.
final class LabelRepository {

    /// What came of an entity at a cut.
    ///
    /// @param growth log ratio over the horizon
    /// @param hoursToBar when its bar was passed; null when it never was
    record Label(String entity, Instant cut, boolean surged, double growth, @Nullable Double hoursToBar,
            Instant knownAt) {
    }

    /// The outcomes of these cuts that were known by then, in order of the cuts.
    List<Label> between(JdbcClient db, Wanted wanted) {
        Instant knownBy = wanted.knownBy();
        return db
                .sql("""
                    select entity_id, cut, label, growth, hours_to_bar, known_at from outcome where kind = ? and horizon_hours = ?
                    and cut between ? and ? and known_at <= ? order by cut, entity_id""")
                .params(wanted.kind().label(), wanted.horizonHours(), RowTime.utc(wanted.from()),
                        RowTime.utc(wanted.to()),
                        RowTime.utc(knownBy == null ? Instant.parse("9999-01-01T00:00:00Z") : knownBy))
                .query((row, index) -> new Label(row.getString("entity_id"),
                        row.getObject("cut", OffsetDateTime.class).toInstant(), row.getBoolean("label"),
                        row.getDouble("growth"), row.getObject("hours_to_bar", Double.class),
                        row.getObject("known_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
