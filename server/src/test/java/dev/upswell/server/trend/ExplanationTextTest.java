package dev.upswell.server.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.companion.CompanionFeatures;
import dev.upswell.companion.FeatureRecipes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private final ExplanationText text = ExplanationText.english();

    private String said(String feature, double value) {
        return text.of(feature, value).replace('\u00a0', ' ');
    }

    @Test
    void aSentenceHoldsTheValueInAHumanUnit() {
        assertThat(said("growth_24h", Math.log(3.2))).isEqualTo("It grew 3.2× in the last 24 hours");
        assertThat(said("growth_7d", Math.log(1.34))).isEqualTo("It grew 34 % in the last 7 days");
        assertThat(said("growth_7d", Math.log(0.95))).isEqualTo("It fell 5.0 % in the last 7 days");
        assertThat(said("growth_3h", 0)).isEqualTo("It did not move in the last 3 hours");
        assertThat(said("steps_1d", 3)).isEqualTo("Its counter stepped up 3 times in the last day");
        assertThat(said("pace_3_steps", 0.021)).isEqualTo("Over its last 3 steps it gained +2.1 % a day");
        assertThat(said("log_level", Math.log(41_000))).isEqualTo("Its counter stands at 41 K");
        assertThat(said("day_of_week", 2)).isEqualTo("The prediction was made on a Tuesday");
        assertThat(said("needed_ratio_2d", Math.log(0.5)))
                .isEqualTo("At its mean pace (half-life 2 days) it gains 0.5× what the bar needs");
        assertThat(said("rank_growth_24h", 0.97))
                .isEqualTo("Growth in the last 24 hours: above 97 % of all others");
    }

    @Test
    void companionsAndLastHoursHaveSentences() {
        assertThat(said("growth_15m", Math.log(1.02))).isEqualTo("It grew 2.0 % in the last 15 minutes");
        assertThat(said("posts_growth_6h", Math.log(1.4))).isEqualTo("Its posts grew 40 % in the last 6 hours");
        assertThat(said("posts_ratio_3h_7d", Math.log(2.5)))
                .isEqualTo("Posts of the last 3 hours came at 2.5× the pace of the last 7 days");
        assertThat(said("posts_surprise_1h", -1.25)).isEqualTo(
                "Posts of the last hour lie 1.3 standard deviations below those hours of earlier days");
        assertThat(said("forgetful_posts_3h", Math.log(0.25 + 1e-4)))
                .isEqualTo("Lately its posts grew +25 % a day, gains counting half every 3 hours");
        assertThat(said("posts_branching_6h_memory_2h", 0.8))
                .isEqualTo("By the last 6 hours, a post provokes 0.8 further posts (half of them within 2 hours)");
        assertThat(said("views_unpaid_12h", 0.034))
                .isEqualTo("Posts of the last 12 hours still owe views worth 3.4 % of its level");
        assertThat(said("likes_per_view_change", Math.log(1.5)))
                .isEqualTo("Its likes for each view were 1.5× those of the day before");
        assertThat(said("top_creator_share_7d", 0.12))
                .isEqualTo("Its busiest creator made 12 % of its videos of the last 7 days");
        assertThat(said("age_hours", Math.log(36))).isEqualTo("It is 36 h old");
    }

    @Test
    void noFeatureFallsBackToItsName() {
        assertThat(FeatureRecipes.ALL.stream().flatMap(recipe -> recipe.set().names().stream()))
                .filteredOn(name -> said(name, 0.37).contains(name.replace('_', ' ') + ":")
                        || said(name, 0.37).contains("{") || said(name, 0.37).contains("_"))
                .isEmpty();
    }

    @Test
    void missingAndUnknownFeaturesAreToldByName() {
        assertThat(text.of("growth_7d", null)).isEqualTo("Growth in the last 7 days: was missing, which counts too");
        assertThat(said("moon_phase", 0.254)).isEqualTo("moon phase: 0.25");
    }

    @Test
    void noSentenceNamesACause() {
        assertThat(CompanionFeatures.V2.names()).map(name -> text.of(name, 0.5)).noneMatch(
                said -> said.matches("(?i).*\\b(because|due to|caused?|leads? to|therefore)\\b.*"))
                .allMatch(said -> !said.contains("{"));
    }

    @Test
    void theSummaryTellsWhatRaisesAndWhatLowers() {
        assertThat(text.summary(List.of(new Expected.Reason("growth_24h", Math.log(2.5), 0.9),
                new Expected.Reason("hours_since_step", 20.0, -0.2), new Expected.Reason("log_level", 9.0, 0.1)), 2)
                .replace('\u00a0', ' '))
                .isEqualTo("▲ It grew 2.5× in the last 24 hours. ▼ Its counter last stepped up 20 h ago.");
    }
}
