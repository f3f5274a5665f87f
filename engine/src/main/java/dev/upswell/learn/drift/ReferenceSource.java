package dev.upswell.learn.drift;

import java.time.Instant;

/// Where a reference comes from.
///
/// @param dataHash fingerprint of the training rows
/// @param from first cut
/// @param until last cut
/// @param pastWindows how many past windows of the set length say what is usual; 0 when the training was too short
public record ReferenceSource(String dataHash, int rows, Instant from, Instant until, int pastWindows) {
}
