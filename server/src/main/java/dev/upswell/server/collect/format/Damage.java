package dev.upswell.server.collect.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What turned out to be wrong with a file while it was read; the first damage stays.
final class Damage {

    private @Nullable String problem;
    private long replacedCharacters;

    void report(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    void countReplaced(long characters) {
        replacedCharacters += characters;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    boolean isCutOff() {
        return problem != null;
    }

    long replacedCharacters() {
        return replacedCharacters;
    }
}
