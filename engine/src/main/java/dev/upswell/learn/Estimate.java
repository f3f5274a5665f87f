package dev.upswell.learn;

/// A figure with its 95 % bootstrap interval over entities.
public record Estimate(double value, Interval interval) {
}
