package dev.upswell.fyp;

import org.jspecify.annotations.Nullable;

/// What videos brought that were posted in a slot.
///
/// @param videos how many of the last eight weeks, at least 1
/// @param median their score, the median of each week averaged with newer weeks counting more [0..100]
/// @param strength the same, drawn towards that of all slots the more the fewer videos there are [0..100]
/// @param medianVelocity their views per minute over the first 15 minutes in the same sense; null where none was read
/// @param velocity the same, drawn [views/min]
public record SlotFigures(Slot slot, int videos, double median, double strength, @Nullable Double medianVelocity,
        @Nullable Double velocity) {
}
