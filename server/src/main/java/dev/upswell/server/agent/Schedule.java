package dev.upswell.server.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What a scheduler runs, and how time passes for it.
///
/// @param jobs every job there is; those that follow new data in the order in which they do, first the one that tells whether
/// there are any
/// @param news tells of new data
/// @param alone keeps other work of this process from meeting that which follows new data
/// @param pace how long the scheduler waits in the world's time for this much of the clock's; the same in life
public record Schedule(List<Job> jobs, News news, Alone alone, UnaryOperator<Duration> pace) {

    public Schedule {
        jobs = List.copyOf(jobs);
    }

    /// Keeps other work of this process from meeting this.
    @FunctionalInterface
    public interface Alone {

        /// Does it once nothing else is in its way.
        Outcome run(Supplier<Outcome> work);
    }

    /// Whether there are new data. What is new stands in the store, written with the data themselves, so that work which another
    /// process left, or a server that was killed, is made up for.
    public interface News {

        /// Told once before the first look, for what makes first reads quick.
        void begin();

        /// Told before every look, to take in what other processes computed meanwhile.
        void catchUp();

        /// Up to where the data go now, by name; equal to an earlier answer when nothing has come since.
        Map<String, Instant> seen();

        /// Whether work is waiting that such marks do not tell of.
        boolean isWaiting();
    }
}
