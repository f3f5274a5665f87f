package dev.upswell.server.live;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request that failed for good, or an answer that could not be stored.
///
/// @param subject such as `hashtag:glasshair`
/// @param page its number, from 1
/// @param reason class of the last answer, such as `retry-later`, `fault` for one of ours, or `unstorable`
/// @param body what came last, without keys; null when nothing came
/// @param tries how often it was tried
public record DeadLetter(UUID id, String source, String subject, int page, String reason, String detail,
        @Nullable String body, int tries, Instant diedAt) {
}
