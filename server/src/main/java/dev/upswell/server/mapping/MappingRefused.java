package dev.upswell.server.mapping;

import dev.upswell.server.refusal.Refused;
import java.io.Serial;
import java.util.List;

/// A mapping cannot be used, by itself or for a file; it lists every problem at once.
public final class MappingRefused extends Refused {

    @Serial
    private static final long serialVersionUID = 1;
    private static final String ADVICE = "Mend the mapping; docs/importing.md describes its keys.";

    private final transient List<String> problems;

    public MappingRefused(String what, List<String> problems) {
        super(text(what, problems), ADVICE);
        this.problems = List.copyOf(problems);
    }

    /// What is wrong or missing, each in words for people.
    public List<String> problems() {
        return problems;
    }

    private static String text(String what, List<String> problems) {
        return what + "\n- " + String.join("\n- ", problems);
    }
}
