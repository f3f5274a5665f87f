package dev.upswell.scorecard;

/// A value that an input cannot have.
///
/// @param rule in words that follow "must be"
public record Violation(String field, double value, String rule) {
}
