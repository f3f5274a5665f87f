package dev.upswell.server.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One question to a provider: a page about a subject.
///
/// @param begunAt when the first page was asked for; all pages of one visit must ask for the same
/// @param cursor what the page before said comes next, given back unchanged; null for the first page
public record Ask(Subject subject, Instant begunAt, @Nullable String cursor) {
}
