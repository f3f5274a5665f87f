/// How entities move: windows and their metrics.
///
/// Two hosts of one computation: [WindowsOf] for a batch of stored readings, [EntityWindows] for one reading at a time.
/// The package `rank` below compares the rows that end at one instant.
@NullMarked
package dev.upswell.trend;

import org.jspecify.annotations.NullMarked;
