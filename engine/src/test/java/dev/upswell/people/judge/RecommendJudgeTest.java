package dev.upswell.people.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.learn.Estimate;
import dev.upswell.numeric.Dice;
import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecommendJudgeTest {

    private static final PeopleWorld WORLD = PeopleWorld.of(PeopleSettings.small(), 5);
    private static final RecommendJudge JUDGE = new RecommendJudge(WORLD, () -> 0);
    private static final Recommender TRUTH = new ByScore("the truth",
            asked -> IntStream.of(asked.candidates()).mapToDouble(asked.occasion()::expected).toArray());
    private static final RecommendJudge.Judged FOUND = JUDGE.judge(List.of(TRUTH, ByScore.oracle(WORLD),
            ByScore.mostViewed(), ByScore.mostLiked(), ByScore.newest()), 2);

    @Test
    void theBestOrderHasAllThatCanBeHad() {
        assertThat(value(0, Measure.NDCG_10)).isCloseTo(1, within(1e-9));
        assertThat(value(0, Measure.RECALL_50)).isCloseTo(1, within(1e-9));
    }

    @Test
    void theOracleIsBelowTheBestOrderAndPopularityFarBelowTheOracle() {
        assertThat(value(1, Measure.NDCG_10)).isBetween(0.7, 0.9999);
        assertThat(value(2, Measure.NDCG_10)).isLessThan(0.5 * value(1, Measure.NDCG_10));
        assertThat(value(3, Measure.NDCG_10)).isLessThan(0.5 * value(1, Measure.NDCG_10));
    }

    @Test
    void popularListsArePopularLittleNewAndTheSameForAll() {
        assertThat(value(2, Measure.POPULARITY_BIAS)).isGreaterThan(0.99);
        assertThat(value(1, Measure.POPULARITY_BIAS)).isLessThan(value(2, Measure.POPULARITY_BIAS));
        assertThat(value(4, Measure.NOVELTY)).isGreaterThan(value(2, Measure.NOVELTY));
        assertThat(FOUND.known().get(2).coverage().share())
                .isLessThan(FOUND.known().get(1).coverage().share() / 2);
    }

    @Test
    void listsThatFollowTasteHaveItsMixtureAndAreLessDiverse() {
        assertThat(value(1, Measure.CALIBRATION)).isLessThan(value(2, Measure.CALIBRATION) - 0.5);
        assertThat(value(1, Measure.DIVERSITY)).isLessThan(value(4, Measure.DIVERSITY));
    }

    @Test
    void everyOccasionIsJudgedOnceAndStrangersApart() {
        int occasions = IntStream.range(0, 60).map(i -> WORLD.life(2 * i).occasions().size()).sum();

        assertThat(FOUND.known().getFirst().lists() + FOUND.strangers().getFirst().lists()).isEqualTo(occasions);
        assertThat(FOUND.strangers().getFirst().lists()).isBetween(1, occasions / 10);
    }

    @Test
    void aListWithAVideoThatIsNoCandidateOrStandsTwiceIsRefused() {
        assertThatThrownBy(() -> JUDGE.judge(List.of(fixed(-1)), 40)).isInstanceOf(IllegalStateException.class)
                .hasMessage("video -1 in a list of fixed must be a candidate and stand there once\n"
                        + "Maybe it was seen or is not posted yet.");
        int first = WORLD.life(0).occasions().getFirst().candidates()[0];
        assertThatThrownBy(() -> JUDGE.judge(List.of(fixed(first, first)), 120))
                .hasMessageStartingWith("video " + first + " in a list of fixed must");
    }

    @Test
    void aRecommenderKnowsNothingThatComesLater() {
        List<Known> asked = new ArrayList<>();
        JUDGE.judge(List.of(new Recommender() {

            @Override
            public String name() {
                return "watching";
            }

            @Override
            public void learn(Known known) {
                assertThat(known.at()).isEqualTo(WORLD.settings().judgedFrom().getEpochSecond());
                asked.add(known);
            }

            @Override
            public List<Integer> order(Asked question) {
                asked.add(question.known());
                assertThat(question.log()).isEqualTo(question.known().log(question.person()));
                return List.of(question.candidates()[0]);
            }
        }), 30);

        assertThat(asked).hasSizeGreaterThan(10).allSatisfy(known -> {
            int videos = known.videos();
            assertThat(known.video(videos - 1).createdAt()).isLessThan(known.at());
            assertThatThrownBy(() -> known.video(videos)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> known.counted(videos)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(IntStream.range(0, known.people()).boxed().flatMap(person -> known.log(person).stream()))
                    .isNotEmpty().allMatch(action -> action.at() < known.at());
        });
    }

    @Test
    void countersAreThoseReadLastAndFollowersThoseOfTheCreator() {
        var known = new Known(WORLD, List.of(), WORLD.followers(), WORLD.settings().judgedFrom().getEpochSecond());
        int old = 10;
        int fresh = known.videos() - 1;

        assertThat(known.counted(old).orElseThrow().views()).isPositive();
        assertThat(known.counted(fresh)).isEmpty();
        assertThat(known.followers(known.video(old).creator())).isGreaterThanOrEqualTo(300);
        assertThat(known.followers("nobody")).isZero();
    }

    @Test
    void whatWasKnownEarlierCanBeAskedForAgainAndNothingLater() {
        long begins = WORLD.settings().judgedFrom().getEpochSecond();
        var known = new Known(WORLD, List.of(), WORLD.followers(), begins);
        Known earlier = known.before(begins - 86_400);

        assertThat(earlier.at()).isEqualTo(begins - 86_400);
        assertThat(earlier.videos()).isBetween(1, known.videos() - 1);
        assertThat(earlier.counted(earlier.videos() - 1)).isEmpty();
        assertThat(known.counted(earlier.videos() - 1)).isPresent();
        assertThatThrownBy(() -> earlier.before(begins)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instant (" + begins + ") must not be later than what is known (" + (begins - 86_400)
                        + ")\nMaybe the two are exchanged.");
    }

    @Test
    void theHighestAreThoseThatSortingFinds() {
        Dice dice = Dice.of(3, "scores", 0);
        double[] scores = DoubleStream.generate(() -> dice.below(40)).limit(500).toArray();
        List<Integer> sorted = IntStream.range(0, 500).boxed()
                .sorted((a, b) -> scores[a] == scores[b] ? b - a : Double.compare(scores[b], scores[a])).limit(50)
                .toList();

        assertThat(ByScore.highest(scores, 50)).isEqualTo(sorted);
        assertThat(ByScore.highest(new double[]{1, 2}, 50)).containsExactly(1, 0);
    }

    @Test
    void intervalsDrawPeopleWithAllTheirValues() {
        var even = new ByPerson(200);
        var odd = new ByPerson(200);
        for (int person = 0; person < 200; person++) {
            for (int i = 0; i < 10; i++) {
                even.add(person, person % 2);
                odd.add(person, person % 2 + 1);
            }
        }
        Estimate mean = even.mean().orElseThrow();

        assertThat(mean.value()).isEqualTo(0.5);
        assertThat(mean.interval().high() - mean.interval().low()).isBetween(0.12, 0.16);
        assertThat(odd.above(even).orElseThrow().interval().low()).isCloseTo(1, within(1e-9));
        assertThat(odd.times(even).orElseThrow().value()).isCloseTo(3, within(1e-9));
        assertThat(new ByPerson(3).mean()).isEmpty();
    }

    @Test
    void tablesNameEachRecommenderAndCompareOne() {
        String table = VerdictTable.measures(FOUND.known());

        assertThat(table).startsWith("| | NDCG@10 | recall@50 | diversity | novelty (bits) | calibration (bits off) |");
        assertThat(table.lines()).hasSize(7).anyMatch(line -> line.startsWith("| popularity: views | 0."));
        assertThat(VerdictTable.beside("the oracle", FOUND.known()).lines()).hasSize(6)
                .anyMatch(line -> line.startsWith("| the truth | 0.9"));
        assertThatThrownBy(() -> VerdictTable.beside("ours", FOUND.known())).hasMessage(
                "recommender (ours) must be among those judged\nMaybe its name is another.");
    }

    private static Recommender fixed(int... videos) {
        return new Recommender() {

            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public List<Integer> order(Asked asked) {
                return IntStream.of(videos).boxed().toList();
            }
        };
    }

    private static double value(int recommender, Measure measure) {
        return FOUND.known().get(recommender).of(measure).mean().orElseThrow().value();
    }
}
