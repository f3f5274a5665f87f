/// How far a video will reach: the views that it will have at a given age, foretold before upload and from its first minutes.
///
/// One distribution of views per video answers every question, so that the answers agree: the range, the probability of each
/// class of views, and the probability of a breakout. A missing feature is `NaN` inside a packed vector; nowhere else.
@NullMarked
package dev.upswell.forecast.reach;

import org.jspecify.annotations.NullMarked;
