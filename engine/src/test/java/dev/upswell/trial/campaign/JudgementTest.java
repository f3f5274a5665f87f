package dev.upswell.trial.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.trial.Expectation;
import dev.upswell.trial.campaign.Campaign.Layout;
import dev.upswell.trial.campaign.Campaign.World;
import dev.upswell.trial.campaign.Judgement.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The figures at full scale are those of `benchmarks/trial-verdicts.sh`; these are few campaigns of the same kinds.
class JudgementTest {

    private static final Expectation PLAN = Expectation.USUAL;
    private static final Looks LOOKS = new Looks(6, 12, 300);

    @ParameterizedTest
    @EnumSource
    void patternsWithoutEffectAreHardlyEverValidatedHoweverOftenLookedAt(Layout layout) {
        Judgement judged = Judgement.often(World.usual(1, layout), PLAN, LOOKS, 150, 7);

        assertThat(judged.validated()).isLessThanOrEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void patternsWithANegligibleEffectAreSeldomValidated(Layout layout) {
        Judgement judged = Judgement.often(World.usual(1.1, layout), PLAN, LOOKS, 150, 7);

        assertThat(judged.validatedInterval().low()).isLessThan(0.05);
    }

    @Test
    void theStatedNumberOfFurtherVideosValidatesInFourOfFive() {
        World fresh = new World(PLAN.lift(), 0.56, 0.41, 0, 1, 0, Layout.PAIRED, 10_000);

        assertThat(Judgement.following(fresh, PLAN, 20, false, 150, 7).validatedInterval().high()).isGreaterThan(0.8);
        assertThat(Judgement.following(World.usual(PLAN.lift(), Layout.APART), PLAN, 20, true, 150, 7)
                .validatedInterval().high()).isGreaterThan(0.8);
    }

    @Test
    void oneSeedGivesTheSameCampaign() {
        World world = World.usual(1.25, Layout.MIXED);

        assertThat(new Campaign(world, 3).first(40)).isEqualTo(new Campaign(world, 3).first(60).subList(0, 40))
                .isNotEqualTo(new Campaign(world, 4).first(40));
    }
}
