package dev.upswell.server.live.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.LastSweep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A watch as programs read it.
@Schema(name = "Watch", description = "What is asked of a provider again and again")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WatchAnswer(UUID id, String source, @Schema(description = "Such as hashtag:glasshair") String subject,
        @Schema(description = "topic, competitor or own") String kind,
        @Schema(description = "low, normal or high") String priority,
        @Schema(description = "Whether it is visited exactly as often as everyMinutes says; else the plan chooses") boolean pinned,
        long everyMinutes, @Schema(description = "Of a visit, at most") int pages, Instant addedAt,
        @Schema(description = "Absent before the first visit") @Nullable SweepAnswer last) {

    /// How the last visit went.
    @Schema(name = "Sweep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SweepAnswer(Instant slot, @Schema(description = "OPEN, DONE or BROKEN") String state, int pages,
            @Schema(description = "Why it ended before its last page") @Nullable String note) {
    }

    static WatchAnswer of(Watch watch, @Nullable LastSweep last) {
        return new WatchAnswer(watch.id(), watch.source(), watch.subject().toString(), watch.kind().label(),
                watch.priority().label(), watch.pinned(), watch.every().toMinutes(),
                watch.pages(), watch.addedAt(),
                last == null ? null : new SweepAnswer(last.slot(), last.state(), last.pages(), last.note()));
    }
}
