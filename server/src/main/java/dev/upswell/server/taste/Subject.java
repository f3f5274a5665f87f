package dev.upswell.server.taste;

import java.time.Instant;
import java.util.UUID;

/// Somebody who may be profiled.
///
/// @param handle in lower case without `@`
/// @param toldBy who told the ground
/// @param withExport whether own activity of exports that name no account is theirs
public record Subject(UUID id, String handle, Ground ground, String toldBy, Instant toldAt, boolean withExport) {
}
