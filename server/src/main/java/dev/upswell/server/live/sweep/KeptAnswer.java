package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.FileFormat;
import java.time.Instant;
import java.util.UUID;

/// An answer that waits to be stored.
///
/// @param request that it answers
/// @param source under which its readings will be kept
/// @param page its number, from 1
public record KeptAnswer(UUID request, String source, FileFormat format, String subject, int page, String body,
        Instant answeredAt) {

    /// The same as it is taken in.
    public RawAnswer raw() {
        return new RawAnswer(source + " " + subject + " page " + page, format, source, answeredAt, body);
    }
}
