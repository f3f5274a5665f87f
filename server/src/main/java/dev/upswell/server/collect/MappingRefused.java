package dev.upswell.server.collect;

import java.io.Serial;
import java.util.List;

/// A mapping cannot be used, by itself or for a file; it lists every problem at once.
public final class MappingRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;
    private static final String ADVICE = "Mend the mapping; docs/importing.md describes its keys.";

    private final String what;

    public MappingRefused(String what, List<String> problems) {
        super(text(what, problems) + "\n" + ADVICE);
        this.what = text(what, problems);
    }

    private static String text(String what, List<String> problems) {
        return what + "\n- " + String.join("\n- ", problems);
    }

    /// What is wrong: a line of introduction, and a line for each problem.
    public String what() {
        return what;
    }

    /// What to do about it, in one sentence.
    public String advice() {
        return ADVICE;
    }
}
