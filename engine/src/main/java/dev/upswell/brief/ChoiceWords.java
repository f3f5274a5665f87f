package dev.upswell.brief;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import java.util.Locale;

/// Creative choices as sentences that somebody who films can act on.
public final class ChoiceWords {

    private final Locale language;

    private ChoiceWords(Locale language) {
        this.language = language;
    }

    /// Words in this language: Indonesian where it is asked for, else English.
    public static ChoiceWords in(Locale language) {
        return new ChoiceWords(language);
    }

    /// One sentence that says what to do, without a feature's name.
    public String say(Choice choice) {
        boolean above = choice.side() == Choice.Side.ABOVE;
        return switch (choice.feature().type()) {
            case FLAG, CATEGORY -> (above ? "Have this: " : "Leave this out: ") + choice.feature().meaning();
            case COUNT -> "%s %.0f: %s".formatted(above ? "At least" : "At most",
                    Math.floor(choice.threshold()) + (above ? 1 : 0), choice.feature().meaning());
            case NUMBER -> String.format(language, "%s %.2f: %s", above ? "More than" : "At most", choice.threshold(),
                    choice.feature().meaning());
        };
    }

    /// The same with times in seconds of a video of this bucket.
    public String say(Choice choice, DurationBucket bucket) {
        return say(choice) + " (" + bucket.label() + ")";
    }
}
