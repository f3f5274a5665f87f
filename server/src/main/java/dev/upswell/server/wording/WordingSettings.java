package dev.upswell.server.wording;

import java.time.Duration;

/// How language models are asked.
///
/// @param mostTokens of an answer
/// @param retries how often one that was busy or failed is asked again
/// @param atOnce how many questions of a tenant are under way at once
/// @param within from a question to the last byte of its answer
/// @param dailyCeilingMicros what a tenant spends a day at most, in millionths of the currency of the prices
/// @param pause before another try where nobody said how long; doubled each time
public record WordingSettings(int mostTokens, int retries, int atOnce, Duration within, long dailyCeilingMicros,
        Prices prices, Duration pause) {

    public WordingSettings {
        if (mostTokens < 1 || retries < 0 || atOnce < 1 || within.isNegative() || within.isZero()
                || dailyCeilingMicros < 0) {
            throw new IllegalArgumentException("settings (" + mostTokens + " tokens, " + retries + " retries, " + atOnce
                    + " at once, " + within + ", " + dailyCeilingMicros
                    + ") must allow a question\nMaybe use the usual ones.");
        }
    }

    /// 4,000 tokens, 3 retries, 5 at once, 30 s, nothing to spend.
    public static WordingSettings usual() {
        return new WordingSettings(4_000, 3, 5, Duration.ofSeconds(30), 0, Prices.of(""), Duration.ofSeconds(1));
    }

    /// The same with a ceiling and prices.
    public WordingSettings spending(long ceilingMicros, Prices known) {
        return new WordingSettings(mostTokens, retries, atOnce, within, ceilingMicros, known, pause);
    }

    /// The same with other times.
    public WordingSettings timed(Duration toAnswer, Duration between) {
        return new WordingSettings(mostTokens, retries, atOnce, toAnswer, dailyCeilingMicros, prices, between);
    }
}
