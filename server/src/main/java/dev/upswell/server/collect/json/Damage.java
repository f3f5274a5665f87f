package dev.upswell.server.collect.json;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What turned out to be wrong with a file while it was read; the first damage stays.
public final class Damage {

    private @Nullable String problem;
    private final AtomicLong replacedCharacters = new AtomicLong();

    public void report(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    public void countReplaced(long characters) {
        replacedCharacters.addAndGet(characters);
    }

    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    public boolean isCutOff() {
        return problem != null;
    }

    public long replacedCharacters() {
        return replacedCharacters.get();
    }
}
