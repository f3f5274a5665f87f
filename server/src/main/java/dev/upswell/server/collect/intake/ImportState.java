package dev.upswell.server.collect.intake;

import dev.upswell.server.web.Sentence;
import java.util.Optional;

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

    /// The file broke off; what came before is stored.
    record BrokenOff(Sentence why) implements ImportState {
    }

    /// It ended early. What was stored stays.
    record Failed(Sentence why) implements ImportState {
    }

    /// Why it ended early; empty when it did not.
    default Optional<Sentence> problem() {
        return switch (this) {
            case Interrupted _ -> Optional.of(Sentence.of("progress.interrupted.means"));
            case BrokenOff brokenOff -> Optional.of(brokenOff.why());
            case Failed failed -> Optional.of(failed.why());
            case Waiting _,Running _,Done _ -> Optional.empty();
        };
    }

    /// What the reader of the file said, in its own words.
    static Sentence told(String text) {
        return Sentence.of("import.told", text.replace('\n', ' '));
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
