package dev.upswell.creative.feature;

import java.util.Arrays;
import java.util.Locale;

/// What is done with the part of a payload that a place leads to; `docs/creative-features.md` explains each.
enum Verb {
    NUMBER(0),
    FLAG(0),
    PERCENT(0),
    TIMES(1),
    IS(1),
    POSITIVE(0),
    PLUS(1),
    OVER(1),
    OVER_LENGTH(0),
    COUNT(0),
    ANY(0),
    CHANGES(0),
    HOLDS(1),
    MATCHING(2),
    PORTION(1),
    TOTAL(1),
    HIGHEST(1),
    AVERAGE(1),
    MEAN(0),
    MAX(0),
    MIN(0),
    AT(0),
    FIRST_AT(1),
    FIRST_SECOND(1),
    PAIR(2),
    SHARE(3),
    CURVE(3);

    private final int words;

    Verb(int words) {
        this.words = words;
    }

    /// How many words follow it.
    int words() {
        return words;
    }

    static Verb of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("verb (" + word + ") must be known\nMaybe mistyped."));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
