package dev.upswell.server.live.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.live.DeadLetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dead letter as programs read it.
@Schema(name = "DeadLetter", description = "A request that failed for good, or an answer that could not be stored")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterAnswer(UUID id, String source, String subject, int page,
        @Schema(description = "Class of the last answer, or unstorable") String reason, String detail,
        @Schema(description = "What came last, without keys, in lists its first 2,000 characters; absent when nothing came") @Nullable String body,
        int tries,
        Instant diedAt) {

    static DeadLetterAnswer of(DeadLetter letter) {
        return new DeadLetterAnswer(letter.id(), letter.source(), letter.subject(), letter.page(), letter.reason(),
                letter.detail(), letter.body(), letter.tries(), letter.diedAt());
    }
}
