package dev.upswell.grounding;

/// Why a sentence was discarded.
///
/// @param excerpt the part of it that broke the rule
public record Failure(Rule rule, String excerpt) {
}
