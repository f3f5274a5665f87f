package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.web.Sentence;

/// How far a background import is.
sealed interface JobState {

    /// Others are before it.
    record Waiting() implements JobState {
    }

    /// At work; the share of bytes read, 0–1.
    record Running(double share) implements JobState {
    }

    /// The file was imported.
    record Done(FileReport report) implements JobState {
    }

    /// The sample is loaded; it has no report of its own.
    record Loaded() implements JobState {
    }

    /// It ended early.
    record Failed(Sentence reason) implements JobState {
    }

    /// Whether something is still to come.
    default boolean active() {
        return switch (this) {
            case Waiting _,Running _ -> true;
            case Done _,Loaded _,Failed _ -> false;
        };
    }
}
