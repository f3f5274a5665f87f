package dev.upswell.server.trial;

import dev.upswell.brief.ChoiceWords;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import dev.upswell.trial.Expectation;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pattern that is tried.
///
/// @param name what people call it
/// @param choice what test videos are asked to do
/// @param expected fixed when it began
/// @param ended null while videos may come
public record KeptTrial(UUID id, String name, Choice choice, DurationBucket bucket, Expectation expected, String by,
        Instant begunAt, @Nullable End ended) {

    /// How it ended.
    ///
    /// @param verdict its word
    /// @param found for later trials; null where nothing could be compared
    public record End(Instant at, String verdict, Expectation.@Nullable Earlier found) {
    }

    /// What test videos are asked for, in a sentence.
    public String says(Locale language) {
        return ChoiceWords.in(language).say(choice, bucket);
    }

    /// The same as a formula.
    public String formula() {
        return choice.feature().name() + (choice.side() == Choice.Side.ABOVE ? " > " : " ≤ ") + choice.threshold();
    }
}
