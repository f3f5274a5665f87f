package dev.upswell.server.collect.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A background import as it stands at one moment.
///
/// @param sha256 content of the file; `null` for the sample, which is several files
/// @param finishedBefore ids of the imports of the same content that had ended before this one began: the import's own row
///     is another one
record IntakeJob(UUID id, String name, @Nullable String sha256, Instant begunAt, Set<UUID> finishedBefore,
        JobState state) {

    IntakeJob {
        finishedBefore = Set.copyOf(finishedBefore);
    }

    IntakeJob with(JobState next) {
        return new IntakeJob(id, name, sha256, begunAt, finishedBefore, next);
    }

    IntakeJob after(Set<UUID> finished) {
        return new IntakeJob(id, name, sha256, begunAt, finished, state);
    }

    /// Whether this row of the database tells of this import.
    boolean owns(UUID row, String content) {
        return content.equals(sha256) && !(state instanceof JobState.Waiting) && !finishedBefore.contains(row);
    }
}
