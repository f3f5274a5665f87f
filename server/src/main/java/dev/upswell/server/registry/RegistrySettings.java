package dev.upswell.server.registry;

import dev.upswell.learn.promotion.PromotionRule;
import dev.upswell.learn.promotion.RollbackRule;
import java.time.Duration;

/// How models come to serve, and lose it.
///
/// @param shadowFor how long a challenger predicts beside the serving model before it is judged, in the time of the data
/// @param minCuts cuts with known outcomes that the judgement needs
/// @param minSurges surges among them that it needs
/// @param approval whether a person has the last word on a promotion by rule
public record RegistrySettings(Duration shadowFor, int minCuts, int minSurges, PromotionRule promotion,
        RollbackRule rollback, boolean approval) {

    /// A week of at least five cuts and twenty surges; the usual rules; nobody is asked.
    public static final RegistrySettings USUAL = new RegistrySettings(Duration.ofDays(7), 5, 20, PromotionRule.USUAL,
            RollbackRule.USUAL, false);

    /// How long a challenger may wait for enough outcomes, in shadow periods.
    private static final int PATIENCE = 4;

    /// How long a challenger may wait for enough outcomes before it is given up.
    public Duration patience() {
        return shadowFor.multipliedBy(PATIENCE);
    }

    /// The same settings, a person having the last word or not.
    public RegistrySettings approval(boolean asked) {
        return new RegistrySettings(shadowFor, minCuts, minSurges, promotion, rollback, asked);
    }

    /// The same settings with this shadow period.
    public RegistrySettings shadowFor(Duration period) {
        return new RegistrySettings(period, minCuts, minSurges, promotion, rollback, approval);
    }

    /// The same settings with this rule for promotion.
    public RegistrySettings promotion(PromotionRule rule) {
        return new RegistrySettings(shadowFor, minCuts, minSurges, rule, rollback, approval);
    }

    /// The same settings with this rule for rollback.
    public RegistrySettings rollback(RollbackRule rule) {
        return new RegistrySettings(shadowFor, minCuts, minSurges, promotion, rule, approval);
    }

    /// The same settings with these least numbers of cuts and surges.
    public RegistrySettings needing(int cuts, int surges) {
        return new RegistrySettings(shadowFor, cuts, surges, promotion, rollback, approval);
    }
}
