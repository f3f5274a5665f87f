package dev.upswell.server.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why and for when a job runs.
///
/// @param slot when the run was due
/// @param reason what made it run
/// @param period the time between two slots by its cadence; null where it has none
/// @param changed for runs on new data, whether there are any for sure; a run after a start or a failure only sees what is due
public record Turn(Instant slot, Reason reason, @Nullable Duration period, boolean changed) {

    /// What made a job run.
    public enum Reason {
        /// A slot of its cadence.
        CADENCE,
        /// New data.
        NEW_DATA,
        /// A person.
        HAND;

        /// How it is written in answers, such as `new-data`.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
