package dev.upswell.brief.audience;

/// A kind of figure that a document may show beside what it says.
public enum Statistic {
    /// How many videos were looked at, or do so.
    VIDEOS("how many videos"),
    /// How many choices were tested, and how many were confirmed.
    TESTED("choices tested, choices confirmed"),
    /// Engagement with a choice over without.
    LIFT("difference in engagement"),
    /// Shares of the best, middle and lowest videos that do so.
    TIERS("shares of tiers"),
    /// Three to five stars by the difference in engagement.
    STARS("stars"),
    /// Strong, moderate or emerging evidence.
    LABEL("label of evidence"),
    /// Intervals of differences and of means.
    INTERVAL("intervals"),
    /// Differences in standard deviations.
    EFFECT("effect d"),
    /// One-sided p-values.
    P("p"),
    /// The same, adjusted for all choices tested.
    Q("q"),
    /// The chance to find an effect, and how many videos it takes.
    POWER("power, videos needed"),
    /// How many of the four models agree.
    VOTES("votes of models"),
    /// What models reach on videos that they have not seen.
    MODELS("figures of models"),
    /// What trials gave of patterns that creators were asked for.
    TRIALS("results of trials"),
    /// The client beside others of its industry.
    BENCHMARK("beside other clients");

    private final String words;

    Statistic(String words) {
        this.words = words;
    }

    /// What documentation calls it.
    public String words() {
        return words;
    }
}
