package dev.upswell.server.live.spend;

import dev.upswell.server.live.Ask;
import java.util.UUID;

/// A request that somebody wants to send.
///
/// @param sweep that it is part of
/// @param page its number, from 1
public record Wanted(UUID sweep, int page, Ask ask) {
}
