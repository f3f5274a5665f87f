package dev.upswell.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakGuardTest {

    private static final FeatureDefinition GROWTH = FeatureDefinition.safe("growth_24h", FeatureGroup.A_GROWTH,
            "log ratio", "never", "growth");
    private static final FeatureDefinition LABEL = new FeatureDefinition("next_growth", FeatureGroup.A_GROWTH,
            "log ratio", FeatureDefinition.FRESHNESS, "never", LeakClass.OUTCOME, "growth after the cut",
            FeatureDefinition.LABELS);

    @Test
    void refusesASetWithAnOutcomeAndNamesIt() {
        FeatureSet leaky = new FeatureSet("v9", "", List.of(GROWTH, LABEL), List.of());

        assertThatThrownBy(() -> LeakGuard.admit(leaky)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature set (v9) must not train on outcomes: [next_growth]\n"
                        + "Maybe a label column was appended to the features.");
    }

    @Test
    void admitsSafeSets() {
        FeatureSet safe = new FeatureSet("v9", "", List.of(GROWTH), List.of());

        assertThat(LeakGuard.admit(safe)).isEqualTo(safe);
        assertThat(LeakGuard.admit(HashtagFeatures.V1).features()).isNotEmpty()
                .allMatch(feature -> feature.leakClass() == LeakClass.SAFE);
    }

    @Test
    void rowsWithAnOutcomeColumnAreRefused() {
        List<String> leaky = new ArrayList<>(HashtagFeatures.V1.names());
        leaky.set(3, "future_growth_24h");

        assertThat(HashtagFeatures.OUTCOMES).extracting(FeatureDefinition::leakClass).containsOnly(LeakClass.OUTCOME);
        assertThatThrownBy(() -> LeakGuard.admit(leaky, HashtagFeatures.V1, HashtagFeatures.OUTCOMES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training rows of feature_set_v1 must not hold outcomes: [future_growth_24h]\n"
                        + "Maybe a label column was appended to the features.");
    }

    @Test
    void rowsOfAnotherSetOrOrderAreRefused() {
        List<String> foreign = new ArrayList<>(HashtagFeatures.V1.names());
        foreign.add("growth_1y");
        List<String> names = HashtagFeatures.V1.names();

        assertThatThrownBy(() -> LeakGuard.admit(foreign, HashtagFeatures.V1, HashtagFeatures.OUTCOMES))
                .hasMessageContaining("not in it: [growth_1y]");
        assertThatThrownBy(() -> LeakGuard.admit(names.reversed(), HashtagFeatures.V1, HashtagFeatures.OUTCOMES))
                .hasMessageContaining("in their order");
        assertThatCode(() -> LeakGuard.admit(names, HashtagFeatures.V1, HashtagFeatures.OUTCOMES))
                .doesNotThrowAnyException();
    }

    @Test
    void namesAreUniqueAndSnakeCase() {
        assertThatThrownBy(() -> new FeatureSet("v9", "", List.of(GROWTH, GROWTH), List.of()))
                .hasMessageContaining("feature name (growth_24h) must be unique");
        assertThatThrownBy(() -> FeatureDefinition.safe("Growth 24h", FeatureGroup.A_GROWTH, "", "", ""))
                .hasMessageContaining("must be snake_case");
    }

    @Test
    void absentGroupsSayWhy() {
        assertThat(HashtagFeatures.V1.absent()).extracting(AbsentGroup::group).containsExactly(
                FeatureGroup.A_GROWTH, FeatureGroup.B_ENGAGEMENT, FeatureGroup.C_DIVERSITY, FeatureGroup.D_CLUSTER,
                FeatureGroup.H_OTHER_PLATFORM);
        assertThat(HashtagFeatures.V1.absent()).allMatch(absent -> !absent.reason().isBlank());
    }
}
