package dev.upswell.server.feature.page;

import dev.upswell.server.feature.FeatureLineage;
import dev.upswell.server.feature.FeatureVector;

/// The latest vector of an entity and what it came from.
///
/// @param name how people call the entity
/// @param behind whether readings that were ingested more than ten minutes ago are in no vector of its kind
public record VectorView(FeatureVector vector, String name, FeatureLineage lineage, boolean behind) {
}
