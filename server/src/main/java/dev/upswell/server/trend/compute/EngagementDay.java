package dev.upswell.server.trend.compute;

import java.time.Instant;

/// What all entities of a tenant gained on one UTC day, of which views and engagement are both known.
///
/// Steps between two readings of one entity by one source count on the day of the later one, when they lie at most 48 hours
/// apart; falls count as 0. The dataset keeps every computation of a day, of which the one with the highest `computed_seq`
/// counts.
record EngagementDay(Instant day, long views, long likes, long comments, long shares) {
}
