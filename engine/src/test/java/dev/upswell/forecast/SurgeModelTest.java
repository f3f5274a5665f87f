package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Interval;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.timeline.CounterSeries;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SurgeModelTest {

    private static final SurgeProtocol SIX_HOURS = new SurgeProtocol(Duration.ofHours(6), 10_000, 20);
    static final TrainSettings QUICK = new TrainSettings(SIX_HOURS,
            new TreeSettings(30, 3, 0.2, 0.8, 0.6, 2, 1, 32, 1, 0, 7),
            new TreeSettings(15, 3, 0.3, 0.8, 0.6, 2, 1, 32, 1, 0, 7), new LogisticRegression.Settings(10, 1),
            Calibration.Kind.BETA, 56, 10, 20, "test");
    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(10));

    private final Map<EntityId, CounterSeries> world = Worlds.hourly(60, 12, 3);

    @Test
    void sameReadingsAndSeedGiveTheSameBytesInAnyOrder() {
        Map<EntityId, CounterSeries> reversed = new LinkedHashMap<>();
        List.copyOf(world.keySet()).reversed().forEach(id -> reversed.put(id, Objects.requireNonNull(world.get(id))));

        TrainedSurgeModel one = SurgeTrainer.train(SurgeKind.TREES, world, NOW, QUICK);
        TrainedSurgeModel two = SurgeTrainer.train(SurgeKind.TREES, reversed, NOW, QUICK);

        assertThat(two.artefact()).isEqualTo(one.artefact());
        assertThat(two.record()).isEqualTo(one.record());
        assertThat(SurgeTrainer.train(SurgeKind.TREES, world, NOW, QUICK.seed(8)).artefact())
                .isNotEqualTo(one.artefact());
    }

    @Test
    void whatCameAfterTheTrainingChangesNoByte() {
        Map<EntityId, CounterSeries> known = new LinkedHashMap<>();
        world.forEach((id, series) -> known.put(id, series.until(NOW)));

        assertThat(SurgeTrainer.train(SurgeKind.TREES, known, NOW, QUICK).record())
                .isEqualTo(SurgeTrainer.train(SurgeKind.TREES, world, NOW, QUICK).record());
    }

    @Test
    void everyKindRoundTripsThroughItsBytes() {
        for (SurgeKind kind : SurgeKind.values()) {
            TrainedSurgeModel trained = SurgeTrainer.train(kind, world, NOW, QUICK);
            SurgeModel model = SurgeModel.load(trained.artefact());

            List<SurgePrediction> said = model.predict(world, NOW);

            assertThat(model.kind()).isEqualTo(kind);
            assertThat(model.id()).isEqualTo(trained.record().id());
            assertThat(said).hasSize(60).allMatch(one -> interval(one).contains(one.probability()))
                    .allMatch(one -> one.modelId().equals(model.id()));
            assertThat(said).extracting(one -> -one.probability()).isSorted();
        }
    }

    @Test
    void aPredictionTellsItsReasonsAndARange() {
        SurgeModel model = SurgeModel.load(SurgeTrainer.train(SurgeKind.TREES, world, NOW, QUICK).artefact());

        SurgePrediction first = model.predict(world, NOW).getFirst();

        assertThat(first.why()).hasSize(5);
        assertThat(Math.abs(first.why().getFirst().logOdds()))
                .isGreaterThanOrEqualTo(Math.abs(first.why().get(4).logOdds()));
        SurgePrediction.ViewRange range = first.range().orElseThrow();
        assertThat(range.low()).isLessThanOrEqualTo(range.median());
        assertThat(range.median()).isLessThanOrEqualTo(range.high());
        assertThat(Explanation.sentences(first)).hasSize(5).allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void laterReadingsChangeNoPrediction() {
        SurgeModel model = SurgeModel.load(SurgeTrainer.train(SurgeKind.TREES, world, NOW, QUICK).artefact());
        Instant between = NOW.plus(Duration.ofMinutes(100));
        Map<EntityId, CounterSeries> known = new LinkedHashMap<>();
        world.forEach((id, series) -> known.put(id, series.until(between)));

        assertThat(model.predict(world, between)).isEqualTo(model.predict(known, between));
    }

    @Test
    void withTooFewSurgesThePrevalenceStandsInAndSaysSo() {
        TrainedSurgeModel trained = SurgeTrainer.train(SurgeKind.TREES, world, Worlds.START.plus(Duration.ofHours(30)),
                QUICK);

        assertThat(trained.record().kind()).isEqualTo("prevalence");
        assertThat(trained.record().notes()).startsWith("Only ").endsWith("the prevalence stands in.");
        List<SurgePrediction> said = SurgeModel.load(trained.artefact()).predict(world, NOW);
        assertThat(said).hasSize(60).extracting(SurgePrediction::probability).containsOnly(said.getFirst().probability());
        Interval interval = interval(said.getFirst());
        assertThat(interval.low()).isLessThan(0.7 * said.getFirst().probability());
        assertThat(interval.high()).isGreaterThan(1.4 * said.getFirst().probability());
    }

    @Test
    void whereNothingEverSurgedThePrevalenceIsNotCertainOfIt() {
        Map<EntityId, CounterSeries> still = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            still.put(EntityId.hashtag("still" + i), CounterSeries.of(new long[]{NOW.getEpochSecond() - 108_000,
                    NOW.getEpochSecond()}, new long[]{50_000, 50_000}, new long[]{1, 1}));
        }

        SurgePrediction said = SurgeModel.load(SurgeTrainer.train(SurgeKind.TREES, still, NOW, QUICK).artefact())
                .predict(still, NOW).getFirst();

        assertThat(said.probability()).isLessThan(1e-6);
        assertThat(interval(said).high()).isBetween(0.05, 0.15);
    }

    @Test
    void aModelWithoutHeldBackSurgesIsNotCalibratedAndKnowsNoInterval() {
        Instant early = Worlds.START.plus(Duration.ofHours(60));
        TrainedSurgeModel trees = SurgeTrainer.train(SurgeKind.TREES, world, early, QUICK);
        TrainedSurgeModel rule = SurgeTrainer.train(SurgeKind.LAST_VELOCITY, world, early, QUICK);

        assertThat(trees.record().kind()).isEqualTo("boosted-trees");
        assertThat(trees.record().notes()).startsWith("Too few surges to hold some back (")
                .endsWith("): not calibrated, so the probabilities have no interval.");
        assertThat(SurgeModel.load(trees.artefact()).predict(world, NOW)).hasSize(60)
                .allMatch(one -> one.interval() == null);
        assertThat(rule.record().notes()).endsWith("): calibrated on the training rows.");
        assertThat(SurgeModel.load(rule.artefact()).predict(world, NOW)).hasSize(60)
                .allMatch(one -> interval(one).low() < interval(one).high());
    }

    @Test
    void aWorldThatShrinksCanBeLearntFromAndForetold() {
        Map<EntityId, CounterSeries> shrinking = Worlds.shrinking(60, 12, 3);

        for (SurgeKind kind : List.of(SurgeKind.LOGISTIC, SurgeKind.TREES)) {
            TrainedSurgeModel trained = SurgeTrainer.train(kind, shrinking, NOW, QUICK);

            assertThat(trained.record().kind()).isEqualTo(kind.label());
            assertThat(SurgeModel.load(trained.artefact()).predict(shrinking, NOW)).isNotEmpty()
                    .allMatch(one -> one.probability() > 0 && one.probability() < 1);
        }
    }

    @Test
    void trainingOnNothingGivesAModelThatSaysNothing() {
        TrainedSurgeModel trained = SurgeTrainer.train(SurgeKind.LOGISTIC, Map.of(), NOW, QUICK);

        assertThat(trained.record().rows()).isZero();
        SurgeModel model = SurgeModel.load(trained.artefact());
        assertThat(model.predict(Map.of(), NOW)).isEmpty();
        assertThat(model.predict(world, NOW)).hasSize(60).allMatch(one -> one.interval() == null)
                .allMatch(one -> Math.abs(one.probability() - 0.05) < 1e-6);
    }

    @Test
    void brokenOrForeignArtefactsAreRefusedWithTheReason() {
        byte[] artefact = SurgeTrainer.train(SurgeKind.WEEK_GROWTH, world, NOW, QUICK).artefact();
        byte[] newer = artefact.clone();
        newer[4] = 99;

        assertThatThrownBy(() -> SurgeModel.load(Arrays.copyOf(artefact, 60))).hasMessageContaining("must be whole");
        assertThatThrownBy(() -> SurgeModel.load(newer)).hasMessageContaining("version (99) must be at most");
        assertThatThrownBy(() -> SurgeModel.load(new byte[20])).hasMessageContaining("must start with UPSW");
    }

    private static Interval interval(SurgePrediction one) {
        return Objects.requireNonNull(one.interval(), "interval");
    }

    @Test
    void theFileOfVersionOneStillLoads() throws IOException {
        try (InputStream file = SurgeModelTest.class.getResourceAsStream("surge-model-v1.bin")) {
            SurgeModel model = SurgeModel.load(Objects.requireNonNull(file).readAllBytes());

            assertThat(model.kind()).isEqualTo(SurgeKind.TREES);
            assertThat(model.id()).isEqualTo("boosted-trees-6412bc0df91c9e9f");
            assertThat(model.predict(world, NOW).getFirst().probability()).isBetween(0.0, 1.0);
        }
    }
}
