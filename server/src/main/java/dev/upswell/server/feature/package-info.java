/// The feature store: the latest vector of each entity at hand, and every vector ever computed in the lake.
@NullMarked
package dev.upswell.server.feature;

import org.jspecify.annotations.NullMarked;
