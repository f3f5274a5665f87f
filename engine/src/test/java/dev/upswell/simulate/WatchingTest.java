package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.simulate.WorldSettings.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How simulated videos are watched, in truth and as their owners are told.
class WatchingTest {

    private static final WorldSettings WORLD = WorldSettings.of(WorldSize.SMALL, 7).withDays(12).withFutures(1);
    private static final List<Seen> VIDEOS = videos();
    private static final String EXPORT = SmallWorld.text(SimulatedWorld.of(WORLD)::writeStudioExport);

    /// A video as the world ends.
    private record Seen(Clip clip, Watching watching) {

        double seconds() {
            return clip.traits().seconds();
        }
    }

    private static List<Seen> videos() {
        World world = new World(WORLD, WorldSettings.Turns.NONE);
        Map<String, Clip> all = new HashMap<>();
        while (!world.isOver()) {
            world.advance();
            world.posted().forEach(clip -> all.put(clip.traits().id(), clip));
        }
        return all.values().stream().sorted(Comparator.comparing(clip -> clip.traits().id()))
                .map(clip -> new Seen(clip, Watching.of(WORLD.seed(), clip.traits()))).toList();
    }

    private static double mean(List<Seen> videos, ToDoubleFunction<Seen> of) {
        return videos.stream().mapToDouble(of).average().orElseThrow();
    }

    /// Spearman's correlation.
    private static double correlation(List<Seen> videos, ToDoubleFunction<Seen> a, ToDoubleFunction<Seen> b) {
        double[] x = ranks(videos, a);
        double[] y = ranks(videos, b);
        double middle = (videos.size() - 1) / 2.0;
        double together = 0;
        double alone = 0;
        for (int i = 0; i < x.length; i++) {
            together += (x[i] - middle) * (y[i] - middle);
            alone += (x[i] - middle) * (x[i] - middle);
        }
        return together / alone;
    }

    private static double[] ranks(List<Seen> videos, ToDoubleFunction<Seen> of) {
        List<Seen> sorted = videos.stream().sorted(Comparator.comparingDouble(of)).toList();
        Map<String, Integer> rank = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            rank.put(sorted.get(i).clip().traits().id(), i);
        }
        return videos.stream().mapToDouble(video -> rank.get(video.clip().traits().id())).toArray();
    }

    @Test
    void figuresLieInTheRangesOfTheTrade() {
        assertThat(VIDEOS).hasSizeGreaterThan(200).allSatisfy(video -> {
            Watching watching = video.watching();
            assertThat(watching.completion()).isBetween(0.005, 0.97).isLessThanOrEqualTo(watching.at5s());
            assertThat(watching.at5s()).isLessThanOrEqualTo(watching.at3s());
            assertThat(watching.averageSeconds()).isBetween(1.0, video.seconds());
            assertThat(watching.rewatch()).isBetween(0.01, 0.6);
        });
        assertThat(mean(VIDEOS, video -> video.watching().at3s())).isBetween(0.6, 0.75);
        assertThat(mean(VIDEOS, video -> video.watching().completion())).isBetween(0.22, 0.42);
        assertThat(mean(VIDEOS, video -> video.watching().averageSeconds())).isBetween(8.0, 20.0);
        assertThat(mean(VIDEOS.stream().filter(video -> Math.abs(video.seconds() - 14) < 4).toList(),
                video -> video.watching().completion())).as("near 15 s").isBetween(0.38, 0.52);
    }

    @Test
    void whatSpreadsIsWatchedLongerAndNotForThatReasonAlone() {
        List<Seen> own = VIDEOS.stream().filter(video -> !video.clip().traits().creator().isFarm()).toList();
        ToDoubleFunction<Seen> reach = video -> video.clip().views()
                / StrictMath.pow(video.clip().traits().creator().followers(), 0.75);

        assertThat(correlation(own, reach, video -> video.watching().at3s())).isBetween(0.3, 0.8);
        assertThat(correlation(own, reach, video -> video.watching().completion())).isBetween(0.15, 0.7);
        List<Seen> byReach = own.stream().sorted(Comparator.comparingDouble(reach)).toList();
        List<Double> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            quarters.add(mean(byReach.subList(quarter * byReach.size() / 4, (quarter + 1) * byReach.size() / 4),
                    video -> video.watching().completion()));
        }
        assertThat(quarters).as("completion by quarters of reach").isSorted();
    }

    @Test
    void longVideosAreSeenToTheirEndLessOftenAndWatchedLonger() {
        assertThat(correlation(VIDEOS, Seen::seconds, video -> video.watching().completion())).isLessThan(-0.4);
        assertThat(correlation(VIDEOS, Seen::seconds, video -> video.watching().averageSeconds())).isGreaterThan(0.4);
    }

    @Test
    void boughtViewsAreHardlyWatched() {
        List<Seen> bought = VIDEOS.stream().filter(video -> video.clip().traits().creator().isFarm()).toList();

        assertThat(bought).isNotEmpty();
        assertThat(mean(bought, video -> video.watching().at3s()))
                .isLessThan(mean(VIDEOS, video -> video.watching().at3s()) - 0.15);
    }

    @Test
    void fewViewsTellNothingAndCountsOnlyGrow() {
        Watching watching = VIDEOS.getFirst().watching();

        assertThat(watching.told(Watching.FEWEST_VIEWS - 1).tellsNothing()).isTrue();
        long before = 0;
        for (long views = Watching.FEWEST_VIEWS; views < 1_000_000; views *= 3) {
            var told = watching.told(views);
            assertThat(told.profileViews()).isGreaterThanOrEqualTo(before);
            assertThat(told.newFollowers()).isLessThanOrEqualTo((long) (views * Creator.FOLLOWERS_PER_VIEW));
            before = told.profileViews();
        }
        assertThat(watching.told(100).retentionAt3s()).isGreaterThan(watching.told(1_000_000).retentionAt3s());
    }

    @Test
    void sameSeedGivesTheSameExport() {
        assertThat(SmallWorld.text(SimulatedWorld.of(WORLD)::writeStudioExport)).isEqualTo(EXPORT);
    }

    @Test
    void ownersAreToldADayAndMoreLaterAndNotEverything() {
        List<String[]> rows = EXPORT.lines().skip(1).map(row -> row.split(",", -1)).toList();
        Set<String> videos = new HashSet<>();
        for (String[] row : rows) {
            assertThat(row).hasSize(StudioExport.HEADER.split(",", -1).length);
            Instant posted = Instant.ofEpochSecond(Long.parseLong(row[0]) >>> 32);
            assertThat(Duration.between(posted, Instant.parse(row[1]))).isGreaterThanOrEqualTo(Duration.ofHours(30));
            videos.add(row[0]);
        }
        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(videos).hasSizeGreaterThan(25);
        long cells = rows.size() * 5L;
        long missing = rows.stream().flatMap(row -> Arrays.stream(row).skip(2).limit(5)).filter("-"::equals).count();
        assertThat((double) missing / cells).isBetween(0.005, 0.04);
        Set<String> owners = VIDEOS.stream().filter(video -> videos.contains(video.clip().traits().id()))
                .map(video -> video.clip().traits().creator().handle()).collect(Collectors.toSet());
        assertThat(owners).hasSizeLessThanOrEqualTo(10);
        assertThat(rows.stream().map(row -> row[8]).filter("-"::equals).count()).as("without a link")
                .isBetween(1L, (long) rows.size() - 1);
    }

    @Test
    void theTruthTellsHowEachVideoIsWatched() {
        SmallWorld world = SmallWorld.of(WORLD.withDays(3).with(Faults.NONE));

        assertThat(world.facts("completion")).hasSameSizeAs(world.videos().lines().toList());
        Map<String, String> at3s = world.facts("retention_3s").stream()
                .collect(Collectors.toMap(row -> row[2], row -> row[4]));
        assertThat(world.facts("retention_5s")).isNotEmpty().allSatisfy(
                row -> assertThat(Double.parseDouble(row[4]))
                        .isLessThanOrEqualTo(Double.parseDouble(at3s.get(row[2]))));
    }
}
