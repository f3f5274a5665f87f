package dev.upswell.server.quality;

import java.util.UUID;

/// Batches that a gate set aside, until somebody decides.
public interface HeldBatches {

    /// Lets a batch in: what it says that is not known yet is stored, as if no gate had blocked it. A kill leaves it held or let
    /// in, nothing between.
    ///
    /// @return readings and descriptions stored
    ///
    /// **errors** [QualityRefused] when no such batch waits
    long release(UUID batch);

    /// Drops a batch: its rows are gone from the store.
    ///
    /// @return readings and descriptions dropped
    ///
    /// **errors** [QualityRefused] when no such batch waits
    long drop(UUID batch);
}
