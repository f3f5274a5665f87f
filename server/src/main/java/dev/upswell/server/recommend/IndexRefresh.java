package dev.upswell.server.recommend;

import java.time.Duration;

/// Brings what can be found to what is stored.
///
/// **errors** [IndexUnavailable] when another process is at it, or when the index cannot be read or written
public interface IndexRefresh {

    /// How the index stands.
    ///
    /// @param videos that can be found
    /// @param written of them now, because they were new or said something else
    /// @param removed because they are no longer stored
    record Refreshed(int videos, int written, int removed) {
    }

    /// Fills the index where other files are stored than it was filled from.
    ///
    /// @param mayBeOld how long ago it may have been looked at last, so that not every request looks
    ///
    /// **cost** a query where nothing changed; else a pass over what is stored
    Refreshed bring(Duration mayBeOld);

    /// Empties the index and fills it from what is stored, so that nothing is left in its files of what is no longer stored.
    ///
    /// **cost** that of filling a new one
    Refreshed anew();
}
