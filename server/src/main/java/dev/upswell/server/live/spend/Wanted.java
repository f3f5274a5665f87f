package dev.upswell.server.live.spend;

import dev.upswell.server.live.Ask;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request that somebody wants to send.
///
/// @param sweep that it is part of; null for a query that somebody waits for
/// @param page its number, from 1
public record Wanted(@Nullable UUID sweep, int page, Ask ask) {
}
