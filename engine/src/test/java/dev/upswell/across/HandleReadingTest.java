package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.numeric.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a competitor does is counted as it is, and recommended only where chance does not explain it.
class HandleReadingTest {

    /// A Monday.
    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void partsAreCountedWithTheirMeans() {
        HandleReport report = HandleReading.of("rival", List.of(video(1, DurationBucket.UP_TO_15, 0.10, "a"), video(2,
                DurationBucket.UP_TO_15, 0.20, "a", "b"), video(3, DurationBucket.UP_TO_60, 0.05, "a", "b"),
                video(4,
                        null, 0.01)));

        assertThat(report.mix()).extracting(Share::name).containsExactly("0–15 s", "30–60 s",
                "unknown, or above 120 s");
        assertThat(report.mix().getFirst().share()).isEqualTo(0.5);
        assertThat(report.mix().getFirst().engagementRate()).isEqualTo(0.15, within(1e-12));
        assertThat(report.counts()).extracting(Share::name).containsExactly("0", "1", "2");
        assertThat(report.times()).extracting(Share::name).containsExactly("Mon 06–12");
        assertThat(report.bestCount()).isEmpty();
        assertThat(report.hashtags()).singleElement().satisfies(use -> {
            assertThat(use.hashtags()).containsExactly("a");
            assertThat(use.videos()).isEqualTo(3);
            assertThat(use.top()).isEqualTo(1);
            assertThat(use.advice()).isEqualTo(HashtagUse.Advice.UNDECIDED);
        });
        assertThat(report.together()).isEmpty();
    }

    @Test
    void partsOfTenAndMoreHashtagsKeepTheirNumber() {
        String[] twelve = "abcdefghijkl".split("");
        HandleReport report = HandleReading.of("rival", List.of(video(1, null, 0.1, twelve), video(2, null, 0.1, "a")));

        assertThat(report.counts()).extracting(Share::name).containsExactly("1", "12");
    }

    @Test
    void hashtagsThatGoWithEngagementAreAdoptedAndThoseThatGoWithoutAvoided() {
        HandleReport report = HandleReading.of("rival", world(1.2, -1.2));

        assertThat(report.advised(HashtagUse.Advice.ADOPT)).extracting(HashtagUse::hashtags).contains(List.of("good"));
        assertThat(report.advised(HashtagUse.Advice.AVOID)).extracting(HashtagUse::hashtags).contains(List.of("bad"));
        HashtagUse good = report.hashtags().stream().filter(use -> use.hashtags().equals(List.of("good"))).findFirst()
                .orElseThrow();
        assertThat(good.top()).isGreaterThan(good.rest());
    }

    @Test
    void withoutAnEffectNothingIsAdvised() {
        HandleReport report = HandleReading.of("rival", world(0, 0));

        assertThat(report.advised(HashtagUse.Advice.ADOPT)).isEmpty();
        assertThat(report.advised(HashtagUse.Advice.AVOID)).isEmpty();
    }

    @Test
    void onlyTheNewestFiveHundredAreLookedAt() {
        List<HandleVideo> videos = new ArrayList<>();
        for (int i = 0; i < 620; i++) {
            videos.add(video(i, DurationBucket.UP_TO_30, 0.05, "a"));
        }
        videos.add(videos.getFirst());
        List<HandleVideo> shuffled = new ArrayList<>(videos);
        Collections.shuffle(shuffled, new Random(5));

        HandleReport report = HandleReading.of("rival", videos);

        assertThat(report.videos()).isEqualTo(500);
        assertThat(report.left()).isEqualTo(120);
        assertThat(HandleReading.of("rival", shuffled)).isEqualTo(report);
    }

    @Test
    void whatACompetitorDoesWellAndOneselfDoesNotIsAGap() {
        HandleReport rival = HandleReading.of("rival", world(1.2, 0));
        HandleReport own = HandleReading.of("own", List.of(video(1, null, 0.1, "bad"), video(2, null, 0.1, "bad"),
                video(3, null, 0.1, "bad")));

        assertThat(own.missing(rival)).extracting(HashtagUse::hashtags).containsExactly(List.of("good"));
        assertThat(rival.missing(rival)).isEmpty();
    }

    @Test
    void combinationsAreAllPairsAndTriples() {
        assertThat(HandleReading.combinations(List.of("a", "b", "c"), 2, 3)).containsExactlyInAnyOrder(
                List.of("a", "b"), List.of("a", "c"), List.of("b", "c"), List.of("a", "b", "c"));
    }

    private static List<HandleVideo> world(double good, double bad) {
        Dice dice = Dice.of(3, "handle", 0);
        List<HandleVideo> videos = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<String> hashtags = new ArrayList<>();
            double log = Math.log(0.04) + 0.6 * dice.gaussian();
            if (dice.chance(0.3)) {
                hashtags.add("good");
                log += 0.6 * good;
            }
            if (dice.chance(0.3)) {
                hashtags.add("bad");
                log += 0.6 * bad;
            }
            for (String name : List.of("n1", "n2", "n3", "n4", "n5", "n6")) {
                if (dice.chance(0.3)) {
                    hashtags.add(name);
                }
            }
            videos.add(video(i, DurationBucket.UP_TO_30, Math.min(1, Math.exp(log)), hashtags.toArray(String[]::new)));
        }
        return videos;
    }

    private static HandleVideo video(int number, @Nullable DurationBucket bucket, double engagementRate,
            String... hashtags) {
        return new HandleVideo(EntityId.video(String.valueOf(number)), bucket, List.of(hashtags), START.plus(Duration
                .ofMinutes(number)), engagementRate);
    }
}
