package dev.upswell.server.session.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.session.Sessions.Capture;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a visit came to, as programs read it.
@Schema(name = "Capture", description = "What a visit in a browser came to")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaptureAnswer(SessionAnswer session, @Schema(description = "Taken") int answers,
        @Schema(description = "Too long or no JSON") int leftOut,
        @Schema(description = "What the site asked for instead; absent when its page was shown") @Nullable String said,
        long items, long stored, long known, long observations) {

    static CaptureAnswer of(Capture done) {
        return new CaptureAnswer(SessionAnswer.of(done.session()), done.answers(), done.left(), done.said(),
                done.taken().items(), done.taken().stored(), done.taken().known(), done.taken().observations());
    }
}
