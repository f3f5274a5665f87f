/// The rows that end at one instant compared with each other: ranking, emergence, possible boosts.
///
/// Everything here is computed when it is read, from stored rows, and never stored.
@NullMarked
package dev.upswell.trend.rank;

import org.jspecify.annotations.NullMarked;
