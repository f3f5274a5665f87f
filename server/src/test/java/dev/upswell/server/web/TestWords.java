package dev.upswell.server.web;

import dev.upswell.server.web.ShellSettings.Launcher;
import java.util.Locale;

/// The product's texts, for tests without a server.
public final class TestWords {

    private TestWords() {
    }

    public static Words english() {
        return new Words(ShellConfiguration.messageSource(), Launcher.usual(), Locale.ENGLISH);
    }

    public static Words indonesian() {
        return new Words(ShellConfiguration.messageSource(), Launcher.usual(), Words.language("id").orElseThrow());
    }
}
