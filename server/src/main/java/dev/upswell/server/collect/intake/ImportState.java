package dev.upswell.server.collect.intake;

/// How far an import is, or how it ended.
public sealed interface ImportState {

    /// Other imports are before it.
    record Waiting() implements ImportState {
    }

    /// At work.
    ///
    /// @param share of the bytes read, 0–1; 0 when another process imports, which does not say
    record Running(double share) implements ImportState {
    }

    /// The process that imported was killed; importing the same file again goes on behind what is stored.
    record Interrupted() implements ImportState {
    }

    /// The file was read to its end.
    record Done() implements ImportState {
    }

    /// The file broke off; what came before is stored. The problem is for people.
    record BrokenOff(String problem) implements ImportState {
    }

    /// It ended early; the reason is for people. What was stored stays.
    record Failed(String reason) implements ImportState {
    }

    /// The word for this state in answers.
    default String label() {
        return switch (this) {
            case Waiting _ -> "waiting";
            case Running _ -> "running";
            case Interrupted _ -> "interrupted";
            case Done _ -> "done";
            case BrokenOff _ -> "broken-off";
            case Failed _ -> "failed";
        };
    }
}
