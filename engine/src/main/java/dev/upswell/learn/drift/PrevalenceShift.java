package dev.upswell.learn.drift;

import dev.upswell.learn.Interval;

/// How the share of positive labels moved, over those rows whose outcome is known.
///
/// @param before at training [0..1]
/// @param now in the window [0..1]
/// @param difference 95 % interval of now − before, by effective rows
/// @param rows rows of the window whose outcome is known
public record PrevalenceShift(DriftVerdict verdict, double before, double now, Interval difference, long rows) {
}
