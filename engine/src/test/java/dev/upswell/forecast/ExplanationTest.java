package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.feature.HashtagFeatures;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void growthIsToldInTimesOrPercent() {
        assertThat(Explanation.sentence(reason("growth_24h", Math.log(3.2), 1)))
                .isEqualTo("Views grew 3.2× against the day before, which speaks for a surge.");
        assertThat(Explanation.sentence(reason("growth_24h", Math.log(1.042), -1)))
                .isEqualTo("Views grew 4.2 % against the day before, which speaks against a surge.");
    }

    @Test
    void aMissingValueIsToldAsMissing() {
        assertThat(Explanation.sentence(new FeatureContribution("growth_30d", OptionalDouble.empty(), 0.2)))
                .isEqualTo("Not known yet: growth of the level over the last 30d, which speaks for a surge.");
    }

    @Test
    void everyFeatureHasItsSentence() {
        for (String name : HashtagFeatures.V1.names()) {
            assertThat(Explanation.sentence(reason(name, 0.4, 1))).containsPattern("[0-9]").doesNotContain("NaN");
        }
    }

    private static FeatureContribution reason(String name, double value, double logOdds) {
        return new FeatureContribution(name, OptionalDouble.of(value), logOdds);
    }
}
