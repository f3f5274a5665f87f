package dev.upswell.server.app;

import java.util.List;

/// Settings that cannot be used; the message lists every problem at once, with where each value came from.
final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
