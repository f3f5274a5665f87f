package dev.upswell.server.overview;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.ShellSettings.Launcher;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Texts, numbers and times in the language of a document, whoever reads the pages.
public record Spoken(Words words, Figures figures, Times times) {

    static Spoken in(Locale language, InstantSource clock) {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasenames(Words.bundles());
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        Words words = new Words(bundle, Launcher.usual(),
                Words.language(language.toLanguageTag()).orElse(Words.ENGLISH));
        return new Spoken(words, new Figures(words), new Times(words, clock));
    }

    String say(String code, Object... arguments) {
        return words.say(code, arguments);
    }

    /// An indicator as people read it.
    public String value(Kpi kpi, double value) {
        return switch (kpi) {
            case FYP_RATE, COMPLETION, ENGAGEMENT -> figures.percent(value);
            case SCORE -> figures.score(value, 1);
            case V15 -> words.say("overview.perMinute", figures.count(value));
            case VIDEOS -> figures.exact(value);
        };
    }

    /// By how much an indicator changed, as people read it: shares in percentage points.
    public String change(Kpi kpi, double change) {
        return switch (kpi) {
            case FYP_RATE, COMPLETION, ENGAGEMENT -> words.say("overview.points", figures.signed(change * 100, 1));
            case SCORE, V15 -> figures.signed(change, 1);
            case VIDEOS -> figures.signed(change, 0);
        };
    }
}
