package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.companion.OutbreakFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.BoostedTrees.Directions;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Surge models whose trees are held to what feature definitions tell of directions.
class MonotoneTrainingTest {

    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(10));
    private static final Map<EntityId, EntitySeries> WORLD = Worlds.watched(Worlds.hourly(60, 10, 3));
    private static final TrainSettings FREE = SurgeModelTest.QUICK;
    private static final TrainSettings HELD = FREE.trees(FREE.trees().monotone(true));

    @Test
    void theRecordSaysWhichColumnsTheTreesWereHeldTo() {
        TrainedSurgeModel model = SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, HELD);

        assertThat(model.record().settings().get("trees")).contains("monotone=true");
        assertThat(model.record().settings().get("monotone")).contains("never fall with",
                "needed_ratio_2d", "rank_needed_ratio_2d", "never rise with needed_growth");
        assertThat(SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, FREE).record().settings())
                .doesNotContainKey("monotone");
    }

    @Test
    void sameDataAndSeedGiveTheSameArtefactAndAnotherThanFreeTrees() {
        byte[] held = SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, HELD).artefact();

        assertThat(SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, HELD).artefact()).isEqualTo(held);
        assertThat(SurgeTrainer.train(SurgeKind.TREES, WORLD, NOW, FREE).artefact()).isNotEqualTo(held);
    }

    @Test
    void noRowOfTheWorldFallsWhereAKnownColumnRises() {
        Dataset rows = SurgeTrainer.known(WORLD, NOW, HELD).rows();
        FeatureRecipe recipe = HELD.features();
        Directions known = TrainSettings.directions(recipe);
        BoostedTrees trees = BoostedTrees.probability(rows, HELD.trees(), TrainSettings.emptyColumns(recipe), known);
        double[] before = trees.scores(rows.values(), rows.size());
        for (String column : known.rising()) {
            float[] values = rows.values().clone();
            int at = recipe.set().indexOf(column);
            for (int row = 0; row < rows.size(); row++) {
                values[row * rows.columns().size() + at] += 0.3f;
            }
            double[] after = trees.scores(values, rows.size());
            for (int row = 0; row < before.length; row++) {
                assertThat(after[row]).as(column).isGreaterThanOrEqualTo(before[row]);
            }
        }
    }

    @Test
    void theTreesOfARicherSetAreHeldAsTheUsualOnesAre() {
        TrainSettings standard = TrainSettings.STANDARD;

        assertThat(standard.trees(standard.trees().monotone(true)).suiting(OutbreakFeatures.RECIPE).trees())
                .isEqualTo(TrainSettings.SHALLOW_TREES.monotone(true));
        assertThat(standard.suiting(OutbreakFeatures.RECIPE).trees()).isEqualTo(TrainSettings.SHALLOW_TREES);
    }

    @Test
    void laterSetsKnowTheDirectionsOfEarlierOnes() {
        Directions first = TrainSettings.directions(HashtagFeatures.RECIPE);

        assertThat(first.rising()).contains("needed_pace_ratio", "needed_ratio_14d").doesNotContain("growth_24h");
        for (FeatureRecipe recipe : FeatureRecipes.ALL) {
            if (recipe.set().names().containsAll(HashtagFeatures.V1.names())) {
                assertThat(TrainSettings.directions(recipe).rising()).containsAll(first.rising());
            }
        }
        assertThat(TrainSettings.directions(OutbreakFeatures.RECIPE).rising()).contains("futures_pass_bar",
                "rank_futures_growth");
    }
}
