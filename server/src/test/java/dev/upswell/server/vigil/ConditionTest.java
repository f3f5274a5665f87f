package dev.upswell.server.vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.content.EntityKind;
import dev.upswell.server.vigil.Condition.Comparison;
import dev.upswell.server.vigil.Condition.OfMetric;
import dev.upswell.trend.Metric;
import dev.upswell.trend.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    @ParameterizedTest
    @ValueSource(strings = {"velocity 24h above 0.5", "views_gained 1h up 50%", "views_gained 15m down 12.5%",
            "acceleration 1h below -0.25", "probability above 0.7", "fyp below 40", "flag emerging", "flag new",
            "flag alarm", "theme 12"})
    void whatIsWrittenIsReadAsTheSame(String text) {
        assertThat(Condition.of(text).text()).isEqualTo(text);
        assertThat(Condition.of("  " + text.toUpperCase(java.util.Locale.ROOT).replace(" ", "  ")).text())
                .isEqualTo(text);
    }

    @Test
    void changesAreKeptAsShares() {
        assertThat(Condition.of("views_gained 1h up 50%"))
                .isEqualTo(new OfMetric(Metric.VIEWS_GAINED, Window.HOUR, Comparison.UP, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"speed 24h above 1", "velocity 2h above 1", "velocity 24h over 1",
            "velocity 24h above much",
            "velocity 24h", "probability above 1.5", "probability up 10%", "fyp above -1", "flag hot", "theme 0", ""})
    void whatCannotBeReadIsRefusedWithAdvice(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.of(text)).withMessageContaining("\n");
    }

    @Test
    void ofWhichKindsAConditionCanBe() {
        assertThat(Condition.of("fyp below 40").isOf(EntityKind.VIDEO)).isTrue();
        assertThat(Condition.of("fyp below 40").isOf(EntityKind.HASHTAG)).isFalse();
        assertThat(Condition.of("followers_gained 24h above 9").isOf(EntityKind.VIDEO)).isFalse();
        assertThat(Condition.of("theme 3").isOf(EntityKind.CREATOR)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Stored.rule(EntityKind.HASHTAG, "flag alarm"))
                .withMessageStartingWith("condition (flag alarm) must be one that things of kind hashtag can meet");
    }

    @Test
    void scopesAreReadAsTheyAreWritten() {
        assertThat(Scope.of("hashtag #SkinCare").text()).isEqualTo("hashtag skincare");
        assertThat(Scope.of("client Acme Foods").text()).isEqualTo("client Acme Foods");
        assertThat(Scope.of("watched")).isEqualTo(new Scope(Scope.Kind.WATCHED, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of("client"));
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of("all of them"));
    }
}
