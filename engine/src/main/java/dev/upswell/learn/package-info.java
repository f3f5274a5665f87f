/// Trainers, calibration, evaluation, explanation and provenance; knows nothing of TikTok.
///
/// A missing feature value is `NaN` inside a packed vector, as the tree library reads it; nowhere else.
@NullMarked
package dev.upswell.learn;

import org.jspecify.annotations.NullMarked;
