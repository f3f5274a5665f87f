package dev.upswell.server.weigh;

import dev.upswell.server.web.Query;
import dev.upswell.weigh.FitSettings;
import dev.upswell.weigh.TierRule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads from a request what weights are to be learnt.
public final class Asked {

    /// Rules for tiers, the usual one first.
    public static final List<String> RULES = Stream.of(TierRule.values()).map(TierRule::label).toList();
    /// Under which name weights are kept when none is given.
    public static final String USUAL_NAME = "learnt";

    private Asked() {
    }

    /// What a query asks for by `name`, `asOf`, `period`, `judge`, `tiers`, `seed` and `by`.
    ///
    /// @param by who asks where nobody is named
    public static Learning.Wanted of(Query query, String by) {
        Instant asOf = query.instant("asOf").orElse(null);
        int days = query.number("period", LearningSettings.FEWEST_DAYS, LearningSettings.MOST_DAYS,
                LearningSettings.USUAL_DAYS);
        int judged = query.number("judge", 1, LearningSettings.MOST_JUDGED, FitSettings.USUAL.judged());
        TierRule rule = TierRule.valueOf(
                query.choice("tiers", RULES, TierRule.ORDERED.label()).toUpperCase(Locale.ROOT));
        int seed = query.number("seed", 0, Integer.MAX_VALUE, (int) FitSettings.USUAL.seed());
        return new Learning.Wanted(query.text("name", 64).orElse(USUAL_NAME),
                new LearningSettings(new FitSettings(judged, rule, FitSettings.USUAL.resamples(), seed), days), asOf,
                query.text("by", 100).orElse(by));
    }
}
