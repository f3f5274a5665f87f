package dev.upswell.server.collect.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.collect.FrozenFeed;
import dev.upswell.server.collect.intake.ObservedSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One source's readings of one kind of entity, as programs read it.
@Schema(name = "Source", description = "Who gives readings of which kind, how many and how often")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceAnswer(String source, String kind, long entities, long readings, Instant first, Instant last,
        @Schema(description = "Usual time between two readings of one entity; absent when none was read twice") @Nullable Long cadenceSeconds,
        @Schema(description = "False for totals of a period, from which no growth is computed") boolean cumulative,
        @Schema(description = "Nothing has come for longer than usual") boolean quiet,
        @Schema(description = "Present when the source repeats one answer") @Nullable Frozen frozen) {

    /// Since when a source repeats one answer.
    @Schema(name = "FrozenFeed")
    record Frozen(Instant since, Instant until, int crawls, long entities) {
    }

    static SourceAnswer of(ObservedSource source, Instant now) {
        var cadence = source.cadence();
        FrozenFeed feed = source.frozen();
        return new SourceAnswer(source.name(), source.kind().label(), source.entities(), source.readings(),
                source.first(), source.last(), cadence == null ? null : Long.valueOf(cadence.toSeconds()),
                source.cumulative(), source.quietAt(now),
                feed == null ? null : new Frozen(feed.since(), feed.until(), feed.crawls(), feed.entities()));
    }
}
