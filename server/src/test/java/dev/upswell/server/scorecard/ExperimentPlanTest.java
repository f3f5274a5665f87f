package dev.upswell.server.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.experiment.Power;
import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Weighting;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentPlanTest {

    private static final CreatorInputs POOR = CreatorInputs.of(Map.of(Input.CONVERSION_RATE, 0.01,
            Input.CART_ABANDONMENT_RATE, 0.8, Input.FUNNEL_COMPLETION_RATE, 0.1, Input.INTEGRATION_SEAMLESSNESS, 0.1,
            Input.VIDEO_QUALITY, 0.1, Input.LIKES_RATIO, 0.0, Input.COMMENTS_RATIO, 0.0, Input.SHARES_RATIO, 0.1));

    /// Shares by the z test that pools the variance, means by the t test, each named where its size stands.
    @ParameterizedTest
    @EnumSource
    void everyPlanNamesTheTestThatItsSizeIsOf(Gap gap) {
        ExperimentPlan plan = ExperimentPlan.of(Diagnosis.of(POOR, Weighting.SEED, Map.of()).bottlenecks().stream()
                .filter(one -> one.gap() == gap).findFirst().orElseThrow());

        switch (gap) {
            case CONVERSION_RATE, CART_ABANDONMENT_RATE, FUNNEL_COMPLETION_RATE -> {
                assertThat(plan.formula()).isEqualTo("two-proportion z test, pooled variance");
                assertThat(plan.deviation()).isNull();
                assertThat(plan.unitsPerGroup()).isEqualTo(Power.USUAL.forShares(plan.from(), plan.to()));
            }
            case TIKTOK_SHOP_INTEGRATION, VIDEO_QUALITY, INTERACTION_BALANCE -> {
                assertThat(plan.formula()).isEqualTo("two-sample t test, equal variances");
                assertThat(plan.deviation()).isEqualTo(0.25);
                assertThat(plan.unitsPerGroup()).isEqualTo(Power.USUAL.forMeans(plan.to() - plan.from(), 0.25));
            }
        }
    }
}
