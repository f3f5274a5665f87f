package dev.upswell.recommend;

import static dev.upswell.recommend.Lists.NOW;
import static dev.upswell.recommend.Lists.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlateTest {

    private static Configuration configuration(double temperature, Diversity diversity) {
        return new Configuration("test", ScoreWeights.USUAL, null, temperature, 100, diversity, 0);
    }

    private static final Configuration BEST = configuration(0, Diversity.USUAL);

    @Test
    void withoutChanceTheBestComesFirstAndAuthorsAndTagsAreLowered() {
        List<Ranked> ranked = List.of(ranked("1", "a", 0.9, "x"), ranked("2", "a", 0.88, "y"),
                ranked("3", "b", 0.85, "x"),
                ranked("4", "c", 0.78, "z"));

        Slate slate = Slate.draw(ranked, BEST, 4, Dice.of(1, "", 0));

        // after 1: 2 has 0.88 · 0.9 = 0.792, 3 has 0.85 · 0.85 = 0.7225, 4 has 0.78
        assertThat(slate.videos()).containsExactly("1", "2", "4", "3");
        assertThat(slate.places().get(1).lowered()).isCloseTo(0.792, within(1e-12));
        assertThat(slate.places()).extracting(Slate.Place::probability).containsOnly(1.0);
    }

    @Test
    void anAuthorHasTwoPlacesWhileThereIsAnybodyElse() {
        List<Ranked> ranked = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> ranked.add(ranked("a" + i, "a", 1, "x" + i)));
        IntStream.range(0, 3).forEach(i -> ranked.add(ranked("b" + i, "b" + i, 0.1, "y" + i)));

        List<String> videos = Slate.draw(ranked, BEST, 9, Dice.of(1, "", 0)).videos();

        assertThat(videos.subList(0, 5)).filteredOn(video -> video.startsWith("a")).hasSize(2);
        assertThat(videos).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void anAuthorsCapEndsBehindTheTop() {
        List<Ranked> ranked = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> ranked.add(ranked("a" + i, "a", 1, "x" + i)));
        IntStream.range(0, 4).forEach(i -> ranked.add(ranked("b" + i, "b" + i, 0.1, "y" + i)));

        Configuration topOfThree = configuration(0, new Diversity(0.9, 0.85, 2, 3));

        assertThat(Slate.draw(ranked, topOfThree, 5, Dice.of(1, "", 0)).videos()).containsExactly("a0", "a1", "b0",
                "a2", "a3");
    }

    @Test
    void videosWithoutAuthorOrTagsAreNotTakenForTheSame() {
        List<Ranked> ranked = List.of(ranked("1", null, 0.9), ranked("2", null, 0.9), ranked("3", null, 0.9));

        assertThat(Slate.draw(ranked, BEST, 3, Dice.of(1, "", 0)).places()).extracting(Slate.Place::lowered)
                .containsOnly(0.9);
    }

    @Test
    void listsAreDrawnAsOftenAsTheirProbabilitiesSay() {
        List<Ranked> ranked = List.of(ranked("1", "a", 0.6, "x"), ranked("2", "a", 0.5, "y"),
                ranked("3", "b", 0.45, "x"));
        Configuration warm = configuration(0.2, Diversity.USUAL);
        Map<List<String>, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            Slate slate = Slate.draw(ranked, warm, 3, Dice.of(4, "request", i));
            assertThat(slate.logProbability()).isCloseTo(Slate.logProbability(ranked, warm, slate.videos(), 3),
                    within(1e-12));
            drawn.merge(slate.videos(), 1, Integer::sum);
        }

        double sum = 0;
        for (Map.Entry<List<String>, Integer> list : drawn.entrySet()) {
            double probability = Math.exp(Slate.logProbability(ranked, warm, list.getKey(), 3));
            sum += probability;
            assertThat(list.getValue() / 20_000.0).isCloseTo(probability, within(0.012));
        }
        assertThat(drawn).hasSize(6);
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatAConfigurationCannotDrawHasNoProbability() {
        List<Ranked> ranked = List.of(ranked("1", "a", 0.9), ranked("2", "b", 0.5));

        assertThat(Slate.logProbability(ranked, BEST, List.of("2", "1"), 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Slate.logProbability(ranked, BEST, List.of("gone"), 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Slate.logProbability(ranked, BEST, List.of("1", "2"), 2)).isZero();
    }

    @Test
    void aListThatIsTooShortCannotComeFromAConfigurationThatHasMore() {
        List<Ranked> ranked = List.of(ranked("1", "a", 0.9), ranked("2", "b", 0.5));

        assertThat(Slate.logProbability(ranked, BEST, List.of("1"), 1)).isZero();
        assertThat(Slate.logProbability(ranked, BEST, List.of("1"), 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Slate.logProbability(ranked, BEST, List.of(), 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Slate.logProbability(ranked, BEST, List.of("1", "2"), 9)).isZero();
        assertThat(Slate.logProbability(List.of(), BEST, List.of(), 9)).isZero();
    }

    @Test
    void onlyWhatReachesTheThresholdAndStandsInThePoolIsDrawn() {
        Candidate unlike = Lists.unknown("unlike");
        Ranked below = Ranked.of(unlike, Lists.scoring(Lists.person("x", 0.9)).of(unlike), 1);
        List<Ranked> ranked = List.of(below, ranked("1", "a", 0.9), ranked("2", "b", 0.8), ranked("3", "c", 0.7));
        Configuration two = new Configuration("two", ScoreWeights.USUAL, null, 5, 2, Diversity.USUAL, 0.3);

        for (int i = 0; i < 50; i++) {
            assertThat(Slate.draw(ranked, two, 9, Dice.of(1, "", i)).videos()).containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void sameSeedGivesTheSameListWhateverTheOrderOfCandidates() {
        List<Ranked> ranked = IntStream.range(0, 40)
                .mapToObj(i -> ranked("v" + i, "c" + i % 7, 0.5 + 0.01 * (i % 9), "t" + i % 5))
                .toList();
        Configuration warm = configuration(0.05, Diversity.USUAL);

        assertThat(Slate.draw(ranked.reversed(), warm, 20, Dice.of(3, "request", 1)).videos())
                .isEqualTo(Slate.draw(ranked, warm, 20, Dice.of(3, "request", 1)).videos());
    }

    @Test
    void overAThousandRequestsNothingSeenHiddenOwnOrExpiredIsShownOrRepeatedWithinFourteenDays() {
        List<Candidate> videos = IntStream.range(0, 400).mapToObj(i -> new Candidate("v" + i, "c" + i % 60,
                NOW, i % 25 == 0 ? NOW.plus(Duration.ofHours(i)) : null, Candidate.Tally.NONE, Set.of("t" + i % 11),
                Lists.EAST,
                Way.VECTORS, Candidate.Form.UNKNOWN, Map.of())).toList();
        Set<String> hidden = new HashSet<>();
        Map<String, Instant> shownAt = new HashMap<>();
        FinalScore.Scoring scoring = Lists.scoring(Lists.person("t1", 0.9, "t2", 0.6));
        Configuration warm = configuration(0.05, Diversity.USUAL);
        int shown = 0;
        for (int request = 0; request < 1_000; request++) {
            Instant now = NOW.plus(Duration.ofHours(8L * request));
            Exclusions exclusions = Exclusions.of(shownAt, Set.of("v7"), hidden, Set.of("c3"), now);
            List<Ranked> ranked = videos.stream().filter(video -> exclusions.reason(video, now).isEmpty())
                    .map(video -> Ranked.byFormula(video, scoring.of(video))).collect(Collectors.toList());
            for (Slate.Place place : Slate.draw(ranked, warm, 10, Dice.of(1, "request", request)).places()) {
                Candidate video = place.ranked().candidate();
                Instant before = shownAt.put(video.video(), now);
                assertThat(before == null || !before.isAfter(now.minus(Duration.ofDays(14)))).isTrue();
                assertThat(hidden).doesNotContain(video.video());
                assertThat(video.creator()).isNotEqualTo("c3");
                assertThat(video.video()).isNotEqualTo("v7");
                assertThat(video.expiresAt() == null || video.expiresAt().isAfter(now)).isTrue();
                shown++;
            }
            if (request % 40 == 0) {
                hidden.add("v" + request / 10);
            }
        }
        assertThat(shown).isGreaterThan(5_000);
    }

    @Test
    void exclusionsTellWhy() {
        Exclusions exclusions = Exclusions.of(
                Map.of("old", NOW.minus(Duration.ofDays(14)), "new", NOW.minus(Duration.ofDays(13))),
                Set.of("liked"), Set.of("hidden"), Set.of("me"), NOW);

        assertThat(exclusions.reason(video("old", "x"), NOW)).isEmpty();
        assertThat(exclusions.reason(video("new", "x"), NOW)).hasValue(Exclusions.Reason.SHOWN);
        assertThat(exclusions.reason(video("liked", "x"), NOW)).hasValue(Exclusions.Reason.SHOWN);
        assertThat(exclusions.reason(video("hidden", "x"), NOW)).hasValue(Exclusions.Reason.HIDDEN);
        assertThat(exclusions.reason(video("any", "me"), NOW)).hasValue(Exclusions.Reason.OWN);
        assertThat(exclusions.videos()).containsExactlyInAnyOrder("new", "liked", "hidden");
    }

    private static Candidate video(String id, String creator) {
        return Lists.video(id, creator, Candidate.Tally.NONE, Set.of());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Configuration("No Name", ScoreWeights.USUAL, null, 0.1, 9, Diversity.USUAL, 0))
                .hasMessage("name (No Name) must be up to 40 lower-case letters, digits and hyphens, a letter first\n"
                        + "Maybe write more-fresh.");
        assertThatThrownBy(() -> configuration(-1, Diversity.USUAL)).hasMessageContaining("temperature -1.0");
        assertThatThrownBy(() -> new Diversity(0, 1, 2, 20)).hasMessageContaining(
                "Maybe a reduction was given in place of a factor.");
    }
}
