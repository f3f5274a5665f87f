package dev.upswell.server.live.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.live.Replays.Replay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A replay as programs read it.
@Schema(name = "Replay", description = "Raw answers that are read again, as asked for and as far as it has gone")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayAnswer(UUID id, @Schema(description = "open or done") String state,
        @Schema(description = "Absent for all") @Nullable String source,
        @Schema(description = "Answers that came from here on") @Nullable Instant from,
        @Schema(description = "Answers that came before") @Nullable Instant until,
        @Schema(description = "Whether answers without items in quarantine are meant too") boolean all, Instant askedAt,
        @Schema(description = "Read so far") long answers,
        @Schema(description = "Items that say something new now") long stored, long observations,
        @Schema(description = "Items that still cannot be used") long left,
        @Schema(description = "Answers that no mapper takes") long failed, @Nullable Instant endedAt) {

    static ReplayAnswer of(Replay replay) {
        Replay.Wanted wanted = replay.wanted();
        return new ReplayAnswer(replay.id(), replay.state(), wanted.source().isEmpty() ? null : wanted.source(),
                wanted.from(), wanted.until(), wanted.all(), replay.askedAt(), replay.answers(), replay.stored(),
                replay.observations(), replay.left(), replay.failed(), replay.endedAt());
    }
}
