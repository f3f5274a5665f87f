package dev.upswell.server.seek;

import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;

/// Which live source told of a video, and by which query.
@Schema(name = "RecommendedLive")
public record LiveFind(@Schema(description = "Who told of it; sim-… for a sandbox") String source, String query,
        @Schema(description = "When it was told, UTC") Instant at,
        @Schema(description = "Whether it was asked for this list; else the answer had been kept") boolean forThisList) {

    static LiveFind of(Answered told) {
        return new LiveFind(Objects.requireNonNull(told.source()), told.query(), Objects.requireNonNull(told.at()),
                told.state() == State.ASKED);
    }
}
