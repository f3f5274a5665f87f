package dev.upswell.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final List<String> NAMES = FeatureRecipes.ALL.stream()
            .flatMap(recipe -> recipe.set().features().stream()).map(FeatureDefinition::name).distinct()
            .filter(name -> !name.startsWith("rank_")).toList();

    @Test
    void everyFeatureHasASentence() {
        assertThat(NAMES).filteredOn(name -> Statement.about(name, 0.5).isEmpty()).isEmpty();
    }

    @Test
    void aCompanionAndASecondSpanAreTold() {
        assertThat(Statement.about("posts_growth_6h", 0.2).orElseThrow()).satisfies(said -> {
            assertThat(said.key()).isEqualTo("companionGrowth.up");
            assertThat(said.span()).isEqualTo("6h");
            assertThat(said.of()).isEqualTo("posts");
        });
        assertThat(Statement.about("posts_ratio_3h_7d", 0.2).orElseThrow())
                .extracting(Statement::key, Statement::span, Statement::of).containsExactly("postsRatio", "3h", "7d");
        assertThat(Statement.about("posts_excitation_memory_6h", 0.2).orElseThrow())
                .extracting(Statement::span, Statement::of).containsExactly("", "6h");
    }

    @Test
    void oneFeatureBelongsToOneFamily() {
        assertThat(NAMES).allSatisfy(name -> assertThat(Template.ALL.stream()
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
        assertThat(Statement.about("growth_7d", null)).contains(new Statement("growth_7d", "missing", null, "", ""));
    }

    @Test
    void anUnknownFeatureHasNoSentence() {
        assertThat(Statement.about("moon_phase", 0.5)).isEmpty();
    }

    @Property(tries = 200)
    void theNumberGivesTheFeatureBack(@ForAll @DoubleRange(min = -3, max = 3) double value) {
        for (String feature : NAMES) {
            Statement said = Statement.about(feature, value).orElseThrow();
            Quantity quantity = Objects.requireNonNull(said.quantity());
            double signed = said.key().endsWith(".down") ? -quantity.value() : quantity.value();
            double back = switch (quantity.unit()) {
                case CHANGE -> Math.log1p(signed);
                case TIMES, SIZE, LOG_SHARE, LOG_HOURS -> Math.log(signed);
                case LOG_CHANGE_PER_DAY -> Math.log(signed + 1e-4);
                case RATIO, CHANGE_PER_DAY, FACTOR, SHARE, HOURS, DAYS, COUNT, NUMBER, WEEKDAY -> signed;
            };
            assertThat(back).isCloseTo(value, within(1e-9));
        }
    }

    @Test
    void keysAreListedOnce() {
        assertThat(Statement.keys()).doesNotHaveDuplicates().contains("rank", "missing", "growth.up");
    }
}
