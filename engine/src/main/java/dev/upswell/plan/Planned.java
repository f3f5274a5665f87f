package dev.upswell.plan;

import java.time.Instant;

/// A post that is planned or was made already.
///
/// @param explores whether its hour was chosen to learn from
public record Planned(String account, Instant at, boolean explores) {
}
