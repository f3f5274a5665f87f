package dev.upswell.simulate.judge;

import java.time.Instant;

/// What one model had said about one hashtag at one cut, and what came.
///
/// @param probability of surging within 24 hours
/// @param surged whether it did, by the counts that were shown
public record Said(String model, String hashtag, Instant cut, double probability, boolean surged) {
}
