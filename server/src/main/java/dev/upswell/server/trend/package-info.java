/// Metric windows of the tenant's entities: computed from stored readings, kept in the lake, ranked and served.
@NullMarked
package dev.upswell.server.trend;

import org.jspecify.annotations.NullMarked;
