package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.simulate.WorldSettings.Faults;
import dev.upswell.simulate.WorldSettings.Population;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SimulatedWorldTest {

    private static final SmallWorld SMALL = SmallWorld.written();
    private static final Readings READINGS = SmallWorld.read();
    private static final int FIVE_MEGABYTES = 5_000_000;

    @Test
    void sameSeedGivesSameBytes() {
        assertThat(SmallWorld.of(tiny(3))).isEqualTo(SmallWorld.of(tiny(3)));
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        SmallWorld three = SmallWorld.of(tiny(3));
        SmallWorld four = SmallWorld.of(tiny(4));

        assertThat(three.observations()).isNotEqualTo(four.observations());
        assertThat(three.videos()).isNotEqualTo(four.videos());
        assertThat(three.truth()).isNotEqualTo(four.truth());
    }

    @Test
    void moreVideosLeaveTheHashtagsAsTheyWere() {
        WorldSettings few = tiny(3).with(Faults.NONE);

        assertThat(lastViews(few.with(new Population(32, 3, 8, 60)))).isEqualTo(lastViews(few));
    }

    @Test
    void smallWorldHasTheSizeOfASample() {
        SimulatedWorld sample = SimulatedWorld.of(WorldSettings.of(WorldSize.SMALL, 7));

        assertThat(READINGS.ids("hashtag")).hasSizeGreaterThanOrEqualTo(120);
        assertThat(READINGS.ids("video")).hasSizeGreaterThanOrEqualTo(200);
        assertThat(gzipped(SmallWorld.text(sample::writeObservations)) + gzipped(SmallWorld.text(sample::writeVideos)))
                .isLessThan(FIVE_MEGABYTES);
    }

    @Test
    void rowsArriveMostlyButNotAlwaysInOrderOfTime() {
        List<String> times = SMALL.observations().lines().skip(1).map(row -> row.split(",", -1)).filter(
                fields -> fields.length == 12 && fields[4].startsWith("2025")).map(fields -> fields[4]).toList();
        long backwards = 0;
        for (int i = 1; i < times.size(); i++) {
            backwards += times.get(i).compareTo(times.get(i - 1)) < 0 ? 1 : 0;
        }

        assertThat(backwards / (double) times.size()).isBetween(0.001, 0.05);
    }

    @Test
    void countsFallOnlyWhereTheTruthTellsOfAPurge() {
        Set<String> purged = SMALL.facts("purge").stream().map(row -> row[1] + ' ' + row[2])
                .collect(Collectors.toSet());

        assertThat(READINGS.views().keySet()).allSatisfy(
                id -> assertThat(READINGS.falls(id)).hasSizeLessThanOrEqualTo(purged.contains(id) ? 1 : 0));
        assertThat(READINGS.ids("hashtag")).anySatisfy(id -> assertThat(READINGS.falls(id)).isNotEmpty());
    }

    @Test
    void someRowsAreMalformedInSeveralWaysAndSomeRepeated() {
        long rows = SMALL.observations().lines().count();

        assertThat(READINGS.malformed()).isBetween(20, 40);
        assertThat(rows - SMALL.observations().lines().distinct().count()).isBetween(rows / 1000, rows / 100);
        assertThat(SMALL.videos().lines().filter(line -> !line.matches("\\{\"id\":.*\"createdAt\":\"2025.*}")).count())
                .isBetween(1L, 15L);
    }

    @Test
    void theProductFilesHoldNothingOfTheTruth() {
        String product = SMALL.observations() + SMALL.videos();

        assertThat(product)
                .startsWith("kind,id,name,source,observed_at,views,likes,comments,shares,saves,posts,followers\n");
        assertThat(product).doesNotContain("boost", "surge", "phase", "onset", "farm", "branching", "purge",
                "probability");
        assertThat(SmallWorld.of(tiny(3).withFutures(9)).observations())
                .isEqualTo(SmallWorld.of(tiny(3)).observations());
    }

    @Test
    void numbersAreWrittenInTheWaysOfTheSources() {
        assertThat(SMALL.observations()).containsPattern("sim-web,[^,]*,[0-9]+\\.[0-9]K,")
                .containsPattern("sim-web,[^,]*,[0-9]+(\\.[0-9])?M,").containsPattern("sim-feed,[^,]*,[0-9]+00,")
                .containsPattern("sim-api,[^,]*,[0-9]{6},");
    }

    @Test
    void aWorldOfLessThanThreeDaysIsRefused() {
        assertThatThrownBy(() -> tiny(1).withDays(2)).hasMessage("days (2) must be at least 3\nMaybe use 14.");
    }

    private static WorldSettings tiny(long seed) {
        return WorldSettings.of(WorldSize.SMALL, seed).with(new Population(32, 3, 8, 20)).withDays(3).withFutures(4);
    }

    private static Map<String, Double> lastViews(WorldSettings settings) {
        Readings readings = Readings.of(SmallWorld.text(SimulatedWorld.of(settings)::writeObservations));
        return readings.ids("hashtag").stream()
                .collect(Collectors.toMap(id -> id, id -> readings.views().get(id).lastEntry().getValue()));
    }

    private static int gzipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.size();
    }
}
