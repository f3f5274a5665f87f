package dev.upswell.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StatementTest {

    @Test
    void everyFeatureOfTheFirstSetHasASentence() {
        assertThat(HashtagFeatures.V1.features()).extracting(FeatureDefinition::name)
                .allMatch(name -> Statement.about(name, 0.5).isPresent());
    }

    @Test
    void oneFeatureBelongsToOneFamily() {
        assertThat(HashtagFeatures.V1.names()).filteredOn(name -> !name.startsWith("rank_"))
                .allSatisfy(name -> assertThat(Template.ALL.stream()
                        .filter(template -> template.features().matcher(name).matches())).hasSize(1));
    }

    @Test
    void aLogarithmIsToldAsAChangeOrAFactor() {
        assertThat(Statement.about("growth_24h", Math.log(3.2)).orElseThrow()).satisfies(said -> {
            assertThat(said.key()).isEqualTo("growth.up");
            assertThat(said.span()).isEqualTo("24h");
            assertThat(Objects.requireNonNull(said.quantity()).value()).isCloseTo(2.2, within(1e-12));
        });
        assertThat(Statement.about("needed_ratio_3_steps", 0.0).orElseThrow().quantity())
                .isEqualTo(new Quantity(Unit.TIMES, 1));
        assertThat(Statement.about("log_level", Math.log(41_000)).orElseThrow().quantity().value())
                .isCloseTo(41_000, within(1e-6));
    }

    @Test
    void theDirectionIsAWordAndTheNumberStandsWithoutItsSign() {
        assertThat(Statement.about("growth_7d", Math.log(0.75)).orElseThrow()).satisfies(said -> {
            assertThat(said.key()).isEqualTo("growth.down");
            assertThat(Objects.requireNonNull(said.quantity()).value()).isCloseTo(0.25, within(1e-12));
        });
        assertThat(Statement.about("growth_7d", 0.0).orElseThrow().key()).isEqualTo("growth.same");
    }

    @Test
    void aMissingValueSaysThatItWasMissing() {
        assertThat(Statement.about("growth_7d", null)).contains(new Statement("growth_7d", "missing", null, ""));
    }

    @Test
    void anUnknownFeatureHasNoSentence() {
        assertThat(Statement.about("moon_phase", 0.5)).isEmpty();
    }

    @Property(tries = 200)
    void theNumberGivesTheFeatureBack(@ForAll @DoubleRange(min = -3, max = 3) double value) {
        for (String feature : HashtagFeatures.V1.names()) {
            Statement said = Statement.about(feature, value).orElseThrow();
            Quantity quantity = Objects.requireNonNull(said.quantity());
            double signed = said.key().endsWith(".down") ? -quantity.value() : quantity.value();
            double back = switch (quantity.unit()) {
                case CHANGE -> Math.log1p(signed);
                case TIMES, SIZE -> Math.log(signed);
                case CHANGE_PER_DAY, FACTOR, SHARE, HOURS, DAYS, COUNT, NUMBER, WEEKDAY -> signed;
            };
            assertThat(back).isCloseTo(value, within(1e-9));
        }
    }

    @Test
    void keysAreListedOnce() {
        assertThat(Statement.keys()).doesNotHaveDuplicates().contains("rank", "missing", "growth.up");
    }
}
