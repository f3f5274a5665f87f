package dev.upswell.server.app;

import java.util.List;

/// Settings that cannot be used; the message lists every problem at once, with where each value came from.
final class SettingsRefused extends RuntimeException {

    SettingsRefused(List<String> problems) {
        super(String.join("\n", problems));
    }
}
