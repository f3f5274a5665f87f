package dev.upswell.server.agent;

/// What a job does. It may be done again after it was cut off at any instant, by this server or another, so it goes on from what
/// the store says and counts nothing twice; and it ends soon after its thread was interrupted.
@FunctionalInterface
public interface Work {

    /// Does it once.
    ///
    /// **errors** any exception is a failed run, told in the event log; a run by cadence is tried again twice.
    Outcome run(Turn turn);
}
