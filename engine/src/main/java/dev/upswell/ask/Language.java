package dev.upswell.ask;

import java.util.Locale;
import java.util.Optional;

/// A language that questions are asked in.
public enum Language {
    ENGLISH("en"),
    INDONESIAN("id");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// Its two letters.
    public String code() {
        return code;
    }

    /// In which numbers and dates are written.
    public Locale locale() {
        return Locale.of(code);
    }

    /// The language with these two letters; empty when it is neither.
    public static Optional<Language> find(String code) {
        for (Language language : values()) {
            if (language.code.equals(code.toLowerCase(Locale.ROOT))) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
