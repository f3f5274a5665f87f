package dev.upswell.tune;

/// Learns with a candidate's settings and scores later rows.
///
/// @param <C> what is tried
@FunctionalInterface
public interface Learner<C> {

    /// A score for each judged row of the fold, the likelier the higher.
    double[] scores(C candidate, Fold fold);
}
