/// The pages on the feature store: sets, groups and features as they stand, and the latest vector of an entity.
@NullMarked
package dev.upswell.server.feature.page;

import org.jspecify.annotations.NullMarked;
