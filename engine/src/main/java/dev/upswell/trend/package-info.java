/// How entities move: windows, growth metrics, momentum, novelty, emergence and ranking.
///
/// Two hosts of one computation: [WindowsOf] for a batch of stored readings, [EntityWindows] for one reading at a time.
/// [Ranking] compares the rows that end at one instant.
@NullMarked
package dev.upswell.trend;

import org.jspecify.annotations.NullMarked;
