package dev.upswell.server.web;

import dev.upswell.server.web.ShellSettings.Launcher;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/// The product's English texts, for tests without a server.
public final class TestWords {

    private TestWords() {
    }

    public static Words english() {
        LocaleContextHolder.setDefaultLocale(Locale.ENGLISH);
        return new Words(new ShellConfiguration().messageSource(), Launcher.usual());
    }
}
