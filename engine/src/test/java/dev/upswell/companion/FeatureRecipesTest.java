package dev.upswell.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.timeline.Carriers;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureRecipesTest {

    private static final CounterSeries SERIES = Readings.each15Minutes(1, ago -> 1_000 - ago);
    private static final EntitySeries ALONE = Readings.entity(Map.of(Counter.VIEWS, SERIES));

    @Test
    void viewsAloneGetTheFirstSet() {
        assertThat(FeatureRecipes.suiting(List.of(ALONE, ALONE), Counter.VIEWS)).isSameAs(HashtagFeatures.RECIPE);
    }

    @Test
    void postsAndViewsOfAnyEntityBringTheFourth() {
        EntitySeries accompanied = Readings.viewsAndPosts(SERIES, SERIES);

        assertThat(FeatureRecipes.suiting(List.of(ALONE, accompanied), Counter.VIEWS))
                .isSameAs(OutbreakFeatures.RECIPE);
    }

    @Test
    void anotherCompanionOfAnyEntityBringsTheSecond() {
        EntitySeries accompanied = Readings.entity(Map.of(Counter.VIEWS, SERIES, Counter.LIKES, SERIES));

        assertThat(FeatureRecipes.suiting(List.of(ALONE, accompanied), Counter.VIEWS))
                .isSameAs(CompanionFeatures.RECIPE);
        assertThat(FeatureRecipes.suiting(List.of(ALONE), Counter.POSTS)).isSameAs(CompanionFeatures.RECIPE);
        assertThat(FeatureRecipes.suiting(List.of(ALONE.with(Carriers.of(List.of()))), Counter.VIEWS))
                .isSameAs(CompanionFeatures.RECIPE);
    }

    @Test
    void aRecipeIsFoundByItsVersionAndAnUnknownOneRefused() {
        assertThat(FeatureRecipes.of("feature_set_v2")).isSameAs(CompanionFeatures.RECIPE);
        assertThatThrownBy(() -> FeatureRecipes.of("feature_set_v9")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "feature set (feature_set_v9) must be one of"
                                + " [feature_set_v1, feature_set_v2, feature_set_v4, look_set_v1]\n"
                                + "Maybe train the model again.");
    }
}
