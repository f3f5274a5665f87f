package dev.upswell.server.feature;

import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import java.util.List;

/// What the feature store keeps in the lake.
public final class FeatureDataset {

    /// Every vector that was computed, once for each entity, horizon, instant and set and never changed.
    public static final Dataset VECTOR = new Dataset("feature_vector",
            List.of(new Column("kind", "VARCHAR", "Kind of the entity"),
                    new Column("entity_id", "VARCHAR", "Id of the entity"),
                    new Column("horizon_hours", "INTEGER", "How far ahead the vector looks, in hours"),
                    new Column("as_of", "TIMESTAMP", "Only readings at or before this time were used, UTC"),
                    new Column("feature_set", "VARCHAR", "Version of the feature set"),
                    new Column("lake_seq", "BIGINT",
                            "Place of the newest file of readings that was seen, as in lake_file.seq · surrogate"),
                    new Column("metric_definition", "INTEGER", "Version of the metric definitions then"),
                    new Column("feature_values", "FLOAT[]", "The values in the order of the set; NaN when missing")),
            "as_of", List.of("kind", "entity_id", "horizon_hours", "as_of", "feature_set"));

    /// Name of the lock under which vectors are merged.
    public static final String WORK = "features";

    /// All of it.
    public static final List<Dataset> DATASETS = List.of(VECTOR);

    private FeatureDataset() {
    }
}
