package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(10));

    private final Map<EntityId, EntitySeries> world = Worlds.watched(Worlds.hourly(60, 12, 3));
    private final List<TrainedSurgeModel> trained = SurgeTrainer.train(
            List.of(SurgeKind.TREES, SurgeKind.SEQUENCE, SurgeKind.ENSEMBLE), world, NOW, SurgeModelTest.QUICK);

    @Test
    void theRecordSaysWhichBlendWasKeptAndWhy() {
        assertThat(trained.get(2).record().notes()).startsWith("Blend: ").contains("of the trees alone.");
        assertThat(trained.get(2).record().settings().get("sequence")).contains("state=4");
    }

    @Test
    void itExplainsItselfByItsTreesAndTheNetworkDoesNotExplainItself() {
        assertThat(said(0).getFirst().why()).hasSize(5);
        assertThat(said(1).getFirst().why()).isEmpty();
        assertThat(said(2)).allSatisfy(one -> assertThat(one.why()).isEqualTo(
                said(0).stream().filter(tree -> tree.entity().equals(one.entity())).findFirst().orElseThrow().why()));
    }

    /// What the passes of the network disagree makes the interval of its probability wider.
    @Test
    void intervalsHoldWhatThePassesDisagree() {
        SurgeFit network = SurgeArtefact.read(trained.get(1).artefact()).fit();
        double score = 0.2;

        var narrow = network.interval(score, 0).orElseThrow();
        var wide = network.interval(score, 0.5).orElseThrow();

        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
        assertThat(said(1)).allSatisfy(one -> {
            var interval = Objects.requireNonNull(one.interval());
            assertThat(interval.low()).isLessThan(one.probability());
            assertThat(interval.high()).isGreaterThan(one.probability());
        });
    }

    @Test
    void readingsAfterTheCutChangeNoPredictionOfIt() {
        Instant between = NOW.plus(Duration.ofMinutes(100));
        SurgeModel model = SurgeModel.load(trained.get(2).artefact());
        Map<EntityId, EntitySeries> known = new java.util.LinkedHashMap<>();
        Worlds.hourly(60, 12, 3).forEach((id, series) -> known.putAll(
                Worlds.watched(Map.of(id, series.until(between)))));

        assertThat(model.predict(world, between)).isEqualTo(model.predict(known, between));
    }

    /// Asked alone with its own vector and its readings an entity gets what it gets among all others; with another vector it does not.
    @Test
    void networkAndBlendAreAskedAboutOtherVectorsWithTheHistoryHeld() {
        for (int index : new int[]{1, 2}) {
            SurgeModel model = SurgeModel.load(trained.get(index).artefact());
            SurgeModel.Foretold foretold = model.foretell(world, NOW);
            SurgePrediction one = foretold.predictions().getFirst();
            EntitySeries series = Objects.requireNonNull(world.get(one.entity()));
            float[] own = Objects.requireNonNull(foretold.vectors().get(one.entity()));
            float[] both = Arrays.copyOf(own, 2 * own.length);
            for (int column = 0; column < own.length; column++) {
                both[own.length + column] = own[column] / 2;
            }

            double[] asked = model.instead(series, NOW, both).orElseThrow();

            assertThat(model.looksBack()).isTrue();
            assertThat(asked[0]).isEqualTo(one.probability());
            assertThat(asked[1]).isNotEqualTo(one.probability());
        }
    }

    @Test
    void theNetworkHangsOnWhatLedUpToTheCutAndNotOnWhatCameAfterIt() {
        SurgeModel model = SurgeModel.load(trained.get(1).artefact());
        SurgeModel.Foretold foretold = model.foretell(world, NOW);
        SurgePrediction one = foretold.predictions().getFirst();
        EntitySeries series = Objects.requireNonNull(world.get(one.entity()));
        float[] own = Objects.requireNonNull(foretold.vectors().get(one.entity()));
        EntitySeries older = series.until(NOW.minus(Duration.ofDays(2)));

        assertThat(model.instead(series.until(NOW), NOW, own).orElseThrow()).containsExactly(one.probability());
        assertThat(model.instead(older, NOW, own).orElseThrow()[0]).isNotEqualTo(one.probability());
    }

    @Test
    void treesAreAskedWithoutAnyHistoryAndRulesCannotBe() {
        SurgeModel trees = SurgeModel.load(trained.get(0).artefact());
        SurgeModel.Foretold foretold = trees.foretell(world, NOW);
        SurgePrediction one = foretold.predictions().getFirst();
        EntitySeries series = Objects.requireNonNull(world.get(one.entity()));
        float[] own = Objects.requireNonNull(foretold.vectors().get(one.entity()));
        SurgeModel rule = SurgeModel.load(SurgeTrainer.train(List.of(SurgeKind.WEEK_GROWTH), world, NOW,
                SurgeModelTest.QUICK).getFirst().artefact());

        assertThat(trees.looksBack()).isFalse();
        assertThat(trees.instead(series, NOW, own).orElseThrow()).containsExactly(one.probability());
        assertThat(rule.instead(series, NOW, own)).isEmpty();
    }

    private List<SurgePrediction> said(int index) {
        return SurgeModel.load(trained.get(index).artefact()).predict(world, NOW);
    }
}
