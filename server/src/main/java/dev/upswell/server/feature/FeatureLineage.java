package dev.upswell.server.feature;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.Reading;
import dev.upswell.trend.MetricRow;
import java.util.List;

/// What a vector came from: the readings of its entity up to its instant, the files that held them, and the metric rows that stood
/// beside it.
///
/// @param readings who read the entity how often, up to the instant of the vector
/// @param files how many files of readings the tenant's lake had when the vector was computed
/// @param later how many files with readings of its time were added since: readings that the vector may not know
/// @param metrics the rows of each window length as of the vector's instant, the shortest first
public record FeatureLineage(List<Reading.Coverage> readings, long files, long later, List<MetricRow> metrics) {

    public FeatureLineage {
        readings = List.copyOf(readings);
        metrics = List.copyOf(metrics);
    }

    /// The lineage of this vector.
    public static FeatureLineage of(Database database, TenantId tenant, FeatureVector vector) {
        EntityQuery entities = new EntityQuery(database, Expectations.NONE);
        FeatureVector.Computed computed = vector.computed();
        LineageRepository.Files files = database.transactions().call(tenant,
                db -> new LineageRepository().files(db, computed));
        return new FeatureLineage(entities.coverage(tenant, vector.entity(), computed.asOf()), files.known(),
                files.later(), entities.latestRows(tenant, vector.entity(), computed.asOf()));
    }
}
