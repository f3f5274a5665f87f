package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.companion.CompanionFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Interval;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.sequence.SequenceSettings;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurgeModelTest {

    private static final SurgeProtocol SIX_HOURS = SurgeProtocol.DAILY.every(Duration.ofHours(6)).minEligible(20);
    static final SequenceSettings SMALL_NETWORK = new SequenceSettings(4, 4, 4, 0.1, 5, 2, 2, 128, 0.01, 0, 3000, 0.2,
            7);
    static final TrainSettings QUICK = new TrainSettings(SIX_HOURS, HashtagFeatures.RECIPE,
            new TreeSettings(30, 3, 0.2, 0.8, 0.6, 2, 1, 32, 1, 0, 7),
            new TreeSettings(15, 3, 0.3, 0.8, 0.6, 2, 1, 32, 1, 0, 7), new LogisticRegression.Settings(10, 1),
            SMALL_NETWORK,
            Calibration.Kind.BETA, 56, 10, 20, "test");
    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(10));

    private final Map<EntityId, CounterSeries> world = Worlds.hourly(60, 12, 3);

    @Test
    void sameReadingsAndSeedGiveTheSameBytesInAnyOrder() {
        Map<EntityId, CounterSeries> reversed = new LinkedHashMap<>();
        List.copyOf(world.keySet()).reversed().forEach(id -> reversed.put(id, Objects.requireNonNull(world.get(id))));

        TrainedSurgeModel one = SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), NOW, QUICK);
        TrainedSurgeModel two = SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(reversed), NOW, QUICK);

        assertThat(two.artefact()).isEqualTo(one.artefact());
        assertThat(two.record()).isEqualTo(one.record());
        assertThat(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), NOW, QUICK.seed(8)).artefact())
                .isNotEqualTo(one.artefact());
    }

    @Test
    void whatCameAfterTheTrainingChangesNoByte() {
        Map<EntityId, CounterSeries> known = new LinkedHashMap<>();
        world.forEach((id, series) -> known.put(id, series.until(NOW)));

        assertThat(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(known), NOW, QUICK).record())
                .isEqualTo(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), NOW, QUICK).record());
    }

    @Test
    void everyKindRoundTripsThroughItsBytes() {
        for (SurgeKind kind : SurgeKind.TRAINED) {
            TrainedSurgeModel trained = SurgeTrainer.train(kind, Worlds.watched(world), NOW, QUICK);
            SurgeModel model = SurgeModel.load(trained.artefact());

            List<SurgePrediction> said = model.predict(Worlds.watched(world), NOW);

            assertThat(model.kind()).isEqualTo(kind);
            assertThat(model.id()).isEqualTo(trained.record().id());
            assertThat(said).hasSize(60).allMatch(one -> interval(one).contains(one.probability()))
                    .allMatch(one -> one.modelId().equals(model.id()));
            assertThat(said).extracting(one -> -one.probability()).isSorted();
        }
    }

    @Test
    void aPredictionTellsItsReasonsAndARange() {
        SurgeModel model = SurgeModel
                .load(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), NOW, QUICK).artefact());

        SurgePrediction first = model.predict(Worlds.watched(world), NOW).getFirst();

        assertThat(first.why()).hasSize(5);
        assertThat(Math.abs(first.why().getFirst().logOdds()))
                .isGreaterThanOrEqualTo(Math.abs(first.why().get(4).logOdds()));
        SurgePrediction.ViewRange range = Objects.requireNonNull(first.range());
        assertThat(range.low()).isLessThanOrEqualTo(range.median());
        assertThat(range.median()).isLessThanOrEqualTo(range.high());
    }

    @Test
    void laterReadingsChangeNoPrediction() {
        SurgeModel model = SurgeModel
                .load(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), NOW, QUICK).artefact());
        Instant between = NOW.plus(Duration.ofMinutes(100));
        Map<EntityId, CounterSeries> known = new LinkedHashMap<>();
        world.forEach((id, series) -> known.put(id, series.until(between)));

        assertThat(model.predict(Worlds.watched(world), between))
                .isEqualTo(model.predict(Worlds.watched(known), between));
    }

    @Test
    void withTooFewSurgesThePrevalenceStandsInAndSaysSo() {
        TrainedSurgeModel trained = SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world),
                Worlds.START.plus(Duration.ofHours(30)),
                QUICK);

        assertThat(trained.record().kind()).isEqualTo("prevalence");
        assertThat(trained.record().notes()).startsWith("Only ").endsWith("the prevalence stands in.");
        List<SurgePrediction> said = SurgeModel.load(trained.artefact()).predict(Worlds.watched(world), NOW);
        assertThat(said).hasSize(60).extracting(SurgePrediction::probability)
                .containsOnly(said.getFirst().probability());
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

        SurgePrediction said = SurgeModel
                .load(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(still), NOW, QUICK).artefact())
                .predict(Worlds.watched(still), NOW).getFirst();

        assertThat(said.probability()).isLessThan(1e-6);
        assertThat(interval(said).high()).isBetween(0.05, 0.15);
    }

    @Test
    void aModelWithoutHeldBackSurgesIsNotCalibratedAndKnowsNoInterval() {
        Instant early = Worlds.START.plus(Duration.ofHours(60));
        TrainedSurgeModel trees = SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), early, QUICK);
        TrainedSurgeModel rule = SurgeTrainer.train(SurgeKind.LAST_VELOCITY, Worlds.watched(world), early, QUICK);

        assertThat(trees.record().kind()).isEqualTo("boosted-trees");
        assertThat(trees.record().notes()).startsWith("Too few surges to hold some back (")
                .endsWith("): not calibrated, so the probabilities have no interval.");
        assertThat(SurgeModel.load(trees.artefact()).predict(Worlds.watched(world), NOW)).hasSize(60)
                .allMatch(one -> one.interval() == null);
        assertThat(rule.record().notes()).endsWith("): calibrated on the training rows.");
        assertThat(SurgeModel.load(rule.artefact()).predict(Worlds.watched(world), NOW)).hasSize(60)
                .allMatch(one -> interval(one).low() < interval(one).high());
    }

    @Test
    void aWorldThatShrinksCanBeLearntFromAndForetold() {
        Map<EntityId, CounterSeries> shrinking = Worlds.shrinking(60, 12, 3);

        for (SurgeKind kind : List.of(SurgeKind.LOGISTIC, SurgeKind.TREES)) {
            TrainedSurgeModel trained = SurgeTrainer.train(kind, Worlds.watched(shrinking), NOW, QUICK);

            assertThat(trained.record().kind()).isEqualTo(kind.label());
            assertThat(SurgeModel.load(trained.artefact()).predict(Worlds.watched(shrinking), NOW)).isNotEmpty()
                    .allMatch(one -> one.probability() > 0 && one.probability() < 1);
        }
    }

    @Test
    void trainingOnNothingGivesAModelThatSaysNothing() {
        TrainedSurgeModel trained = SurgeTrainer.train(SurgeKind.LOGISTIC, Worlds.watched(Map.of()), NOW, QUICK);

        assertThat(trained.record().rows()).isZero();
        SurgeModel model = SurgeModel.load(trained.artefact());
        assertThat(model.predict(Worlds.watched(Map.of()), NOW)).isEmpty();
        assertThat(model.predict(Worlds.watched(world), NOW)).hasSize(60).allMatch(one -> one.interval() == null)
                .allMatch(one -> Math.abs(one.probability() - 0.05) < 1e-6);
    }

    @Test
    void brokenOrForeignArtefactsAreRefusedWithTheReason() {
        byte[] artefact = SurgeTrainer.train(SurgeKind.WEEK_GROWTH, Worlds.watched(world), NOW, QUICK).artefact();
        byte[] newer = artefact.clone();
        newer[4] = 99;

        assertThatThrownBy(() -> SurgeModel.load(Arrays.copyOf(artefact, 60))).hasMessageContaining("must be whole");
        assertThatThrownBy(() -> SurgeModel.load(newer)).hasMessageContaining("version (99) must be at most");
        assertThatThrownBy(() -> SurgeModel.load(new byte[20])).hasMessageContaining("must start with UPSW");
        assertThatThrownBy(() -> SurgeModel.load(Arrays.copyOf(artefact, artefact.length + 5)))
                .hasMessageContaining("5 bytes are left over");
    }

    @Test
    void aModelOfTheSecondSetRemembersItAndForetellsByIt() {
        Map<EntityId, EntitySeries> accompanied = accompanied();
        TrainedSurgeModel trained = SurgeTrainer.train(SurgeKind.TREES, accompanied, NOW,
                QUICK.features(CompanionFeatures.RECIPE));

        List<SurgePrediction> said = SurgeModel.load(trained.artefact()).predict(accompanied, NOW);

        assertThat(trained.record().featureSet()).isEqualTo("feature_set_v2");
        assertThat(said).hasSize(60).flatExtracting(SurgePrediction::why).extracting(FeatureContribution::feature)
                .isSubsetOf(CompanionFeatures.V2.names()).anyMatch(name -> !HashtagFeatures.V1.names().contains(name));
    }

    private static Interval interval(SurgePrediction one) {
        return Objects.requireNonNull(one.interval(), "interval");
    }

    @Test
    void aDamagedArtefactIsRefusedAndNeverExhaustsTheMemory() {
        for (SurgeKind kind : List.of(SurgeKind.LOG_LINEAR, SurgeKind.WEEK_GROWTH)) {
            byte[] artefact = SurgeTrainer.train(kind, Worlds.watched(world), NOW, QUICK).artefact();
            for (int at = 0; at + 4 <= artefact.length; at++) {
                for (int damage : new int[]{0x7FFFFFFF, -1}) {
                    byte[] damaged = artefact.clone();
                    ByteBuffer.wrap(damaged).putInt(at, damage);
                    loadOrRefuse(damaged);
                }
            }
        }
    }

    private static void loadOrRefuse(byte[] artefact) {
        try {
            assertThat(SurgeModel.load(artefact).id()).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("must");
        }
    }

    @Test
    void settingsThatCannotTrainAreRefused() {
        assertThatThrownBy(() -> new TrainSettings(SIX_HOURS, HashtagFeatures.RECIPE, QUICK.trees(), QUICK.rangeTrees(),
                QUICK.logistic(), QUICK.sequence(),
                Calibration.Kind.BETA, 56, 0, 20, "test")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train settings (56 held-back days, 0 surges, 20 band samples)");
        assertThatThrownBy(() -> SurgeKind.of("lstm")).hasMessage("model kind (lstm) must be one of prevalence, "
                + "last-velocity, week-growth, log-linear, hawkes, logistic, boosted-trees, sequence, ensemble, imported\nMaybe check the spelling.");
    }

    /// What the code before kinds and horizons said of the same world: the first and the tenth probability of each.
    @Test
    void hashtagsADayAheadAreForetoldAsTheyAlwaysWere() {
        Map<SurgeKind, String> before = Map.of(SurgeKind.PREVALENCE, "0.050000000 0.050000000",
                SurgeKind.LAST_VELOCITY, "0.104116728 0.077804235", SurgeKind.WEEK_GROWTH, "0.055516267 0.053937369",
                SurgeKind.LOG_LINEAR, "0.092866753 0.043734751", SurgeKind.HAWKES, "0.170460094 0.064736594",
                SurgeKind.LOGISTIC, "0.999929428 0.061755372", SurgeKind.TREES, "0.993276754 0.062532860");
        List<SurgeKind> kinds = List.copyOf(before.keySet());

        List<TrainedSurgeModel> trained = SurgeTrainer.train(kinds, Worlds.watched(world), NOW, QUICK);

        for (int i = 0; i < kinds.size(); i++) {
            List<SurgePrediction> said = SurgeModel.load(trained.get(i).artefact()).predict(Worlds.watched(world), NOW);
            assertThat("%.9f %.9f".formatted(said.get(0).probability(), said.get(9).probability()))
                    .as("%s", kinds.get(i)).isEqualTo(before.get(kinds.get(i)));
        }
    }

    /// An ensemble of the second feature set, whose bytes hold everything that the second version can.
    @Test
    void theFileOfVersionTwoStillLoads() throws IOException {
        try (InputStream file = SurgeModelTest.class.getResourceAsStream("surge-model-v2.bin")) {
            SurgeModel model = SurgeModel.load(Objects.requireNonNull(file).readAllBytes());

            assertThat(model.kind()).isEqualTo(SurgeKind.ENSEMBLE);
            assertThat(model.id()).isEqualTo("ensemble-9cb30a3476a4bbfa");
            assertThat(model.protocol()).isEqualTo(SIX_HOURS);
            assertThat(model.alertThreshold()).isPresent();
            Map<EntityId, EntitySeries> accompanied = accompanied();
            SurgeModel.Foretold foretold = model.foretell(accompanied, NOW);
            assertThat(foretold.features()).isEqualTo(CompanionFeatures.V2);
            List<SurgePrediction> said = foretold.predictions();
            assertThat(Stream.of(said.get(0), said.get(9), said.get(30), said.get(59))
                    .map(one -> "%s %.6f %.6f %.6f %s".formatted(one.entity().value(), one.probability(),
                            interval(one).low(), interval(one).high(), one.range())))
                    .containsExactly(
                            "tag030 1.000000 0.998063 1.000000 ViewRange[low=117301, median=131693, high=178335]",
                            "tag041 0.055427 0.036149 0.147251 ViewRange[low=101257, median=102492, high=120458]",
                            "tag039 0.045180 0.029850 0.101090 ViewRange[low=163147, median=165136, high=205631]",
                            "tag036 0.021916 0.005217 0.035541 ViewRange[low=161901, median=164307, high=203779]");
        }
    }

    /// A rule for videos that are read in crawls.
    @Test
    void theFileOfVersionTwoWithLooksStillLoads() throws IOException {
        try (InputStream file = SurgeModelTest.class.getResourceAsStream("surge-model-v2-looks.bin")) {
            SurgeModel model = SurgeModel.load(Objects.requireNonNull(file).readAllBytes());

            assertThat(model.kind()).isEqualTo(SurgeKind.WEEK_GROWTH);
            assertThat(model.protocol()).isEqualTo(
                    SurgeProtocol.of(EntityKind.VIDEO, Duration.ofHours(24)).minEligible(20));
        }
    }

    private static Map<EntityId, EntitySeries> accompanied() {
        Map<EntityId, EntitySeries> accompanied = new LinkedHashMap<>();
        Worlds.hourly(60, 12, 3).forEach((id, views) -> accompanied.put(id,
                new EntitySeries(id, "test", Map.of(Counter.VIEWS, views, Counter.POSTS, views))));
        return accompanied;
    }

    @Test
    void theFileOfVersionOneStillLoads() throws IOException {
        try (InputStream file = SurgeModelTest.class.getResourceAsStream("surge-model-v1.bin")) {
            SurgeModel model = SurgeModel.load(Objects.requireNonNull(file).readAllBytes());

            assertThat(model.kind()).isEqualTo(SurgeKind.TREES);
            assertThat(model.protocol()).isEqualTo(SIX_HOURS);
            assertThat(model.id()).isEqualTo("boosted-trees-6412bc0df91c9e9f");
            List<SurgePrediction> said = model.predict(Worlds.watched(world), NOW);
            assertThat(Stream.of(said.get(0), said.get(9), said.get(30), said.get(59))
                    .map(one -> "%s %.9f %.9f %.9f %s".formatted(one.entity().value(), one.probability(),
                            interval(one).low(), interval(one).high(), one.range())))
                    .containsExactly(
                            "tag026 0.890154532 0.663320226 0.999388422 ViewRange[low=61588, median=68715, high=77698]",
                            "tag003 0.031569463 0.016831334 0.042164206 ViewRange[low=91472, median=94853, high=112644]",
                            "tag001 0.025296125 0.013795078 0.035794776 ViewRange[low=78395, median=81293, high=96541]",
                            "tag059 0.014629865 0.008634922 0.023896578 ViewRange[low=144886, median=150242, high=178423]");
        }
    }
}
