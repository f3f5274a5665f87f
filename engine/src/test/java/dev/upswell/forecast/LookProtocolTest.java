package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.companion.LookFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Videos that are read in crawls a day or so apart, at hours that are never the same.
class LookProtocolTest {

    private static final long START = Worlds.START.getEpochSecond();
    private static final long HOUR = 3600;
    private static final SurgeProtocol PROTOCOL = SurgeProtocol.of(EntityKind.VIDEO, Duration.ofHours(24))
            .minEligible(20);
    private static final TrainSettings SETTINGS = SurgeModelTest.QUICK.protocol(PROTOCOL)
            .features(LookFeatures.RECIPE);

    private final long[] crawls = crawls(new Random(3), 24);
    private final Map<EntityId, CounterSeries> world = world(300, crawls, 5);
    private final Instant now = Instant.ofEpochSecond(crawls[20] + 600);

    @Test
    void everyCrawlButTheLastHasOneLabelledCutAndIsKnownAtTheNextLook() {
        EntityBook book = Worlds.book(world, PROTOCOL);
        List<CutLabels> labels = LabelTable.of(book, book.firstSecond(), book.lastSecond() + HOUR).all();

        assertThat(labels).hasSize(23);
        for (int i = 0; i < labels.size(); i++) {
            assertThat(labels.get(i).cut()).isBetween(crawls[i], crawls[i] + HOUR);
            assertThat(labels.get(i).knownAt()).isBetween(crawls[i + 1], crawls[i + 1] + HOUR);
        }
    }

    @Test
    void laterLooksChangeNoRowAndNoModelOfNow() {
        Map<EntityId, CounterSeries> known = new LinkedHashMap<>();
        world.forEach((id, series) -> known.put(id, series.until(now)));

        assertThat(Arrays.deepEquals(rows(known), rows(world))).isTrue();
        assertThat(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(known), now, SETTINGS).record())
                .isEqualTo(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), now, SETTINGS).record());
    }

    private float[][] rows(Map<EntityId, CounterSeries> views) {
        EntityBook book = Worlds.book(views, PROTOCOL);
        LabelTable labels = LabelTable.of(book, book.firstSecond(), book.lastSecond() + HOUR);
        return SurgeRows.CutRows.of(book, LookFeatures.RECIPE, labels, now.getEpochSecond()).rows();
    }

    @Test
    void aModelOfLooksForetellsFromItsBytes() {
        SurgeModel model = SurgeModel
                .load(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), now, SETTINGS).artefact());

        List<SurgePrediction> said = model.predict(Worlds.watched(world), now);

        assertThat(model.kind()).isEqualTo(SurgeKind.TREES);
        assertThat(model.protocol()).isEqualTo(PROTOCOL);
        assertThat(said).hasSize(300).extracting(SurgePrediction::probability).allMatch(one -> one > 0 && one < 1);
        assertThat(said.getFirst().probability()).isGreaterThan(2 * said.get(150).probability());
    }

    @Test
    void everyKindAndHorizonHasAProtocolThatRoundTrips() {
        for (EntityKind kind : EntityKind.values()) {
            for (Duration horizon : SurgeProtocol.HORIZONS) {
                SurgeProtocol protocol = SurgeProtocol.of(kind, horizon);
                TrainedSurgeModel nothing = SurgeTrainer.train(SurgeKind.PREVALENCE, Map.of(), now,
                        SurgeModelTest.QUICK.protocol(protocol));

                assertThat(SurgeModel.load(nothing.artefact()).protocol()).isEqualTo(protocol);
            }
        }
    }

    private static long[] crawls(Random random, int count) {
        long[] all = new long[count];
        long at = START;
        for (int i = 0; i < count; i++) {
            all[i] = at + random.nextInt(1800);
            at += (14 + random.nextInt(30)) * HOUR;
        }
        return all;
    }

    /// Videos of two ages: the young grow tenfold faster, and in both ages some grow faster than the others throughout.
    private static Map<EntityId, CounterSeries> world(int videos, long[] crawls, long seed) {
        Map<EntityId, CounterSeries> world = new LinkedHashMap<>();
        for (int i = 0; i < videos; i++) {
            Random random = new Random(seed * 1000 + i);
            boolean young = i % 2 == 0;
            double pace = (young ? 0.02 : 0.002) * (i % 20 < 2 ? 3 : 1);
            double[] level = {1_000 + random.nextInt(1_000)};
            long born = START - (young ? 100 : 2_000) * HOUR;
            long[] values = IntStream.range(0, crawls.length).mapToLong(at -> {
                long hours = at == 0 ? 0 : (crawls[at] - crawls[at - 1]) / HOUR;
                level[0] *= Math.exp(pace * hours * (0.5 + random.nextDouble()));
                return Math.round(level[0]);
            }).toArray();
            world.put(EntityId.video(Long.toString((born << 32) + i)),
                    CounterSeries.of(crawls.clone(), values,
                            LongStream.generate(() -> 1).limit(crawls.length).toArray()));
        }
        return world;
    }
}
