package dev.upswell.tune;

import java.util.Optional;

/// The candidates of a search, by number.
///
/// @param <C> what is tried
@FunctionalInterface
public interface Space<C> {

    /// Candidate `number`, from 0; the same number gives the same.
    ///
    /// **absence** empty when there are no more.
    Optional<C> candidate(int number);
}
