package dev.upswell.server.trend.compute;

import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import java.time.Instant;
import java.util.List;

/// What all entities of a tenant gained on one UTC day, of which views and engagement are both known.
///
/// Steps between two readings of one entity by one source count on the day of the later one, when they lie at most 48 hours
/// apart; falls count as 0. The dataset keeps every computation of a day, of which the one with the highest `computed_seq`
/// counts.
record EngagementDay(Instant day, long views, long likes, long comments, long shares) {

    static final Dataset DATASET = new Dataset("engagement_day", List.of(
            new Column("day", "TIMESTAMP", "Start of the day, UTC"),
            new Column("views", "BIGINT", "Views gained between readings that also gave engagement"),
            new Column("likes", "BIGINT", "Likes gained between the same readings"),
            new Column("comments", "BIGINT", "Comments gained between the same readings"),
            new Column("shares", "BIGINT", "Shares gained between the same readings"),
            new Column("computed_seq", "BIGINT", "Order of computations; the highest counts · surrogate")), "day",
            List.of("day"));
}
