package dev.upswell.recommend;

import static dev.upswell.recommend.Lists.NOW;
import static dev.upswell.recommend.Lists.person;
import static dev.upswell.recommend.Lists.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.recommend.Candidate.Audience;
import dev.upswell.taste.Profile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrowdMatchTest {

    private static Candidate video(String id, Audience audience) {
        return new Candidate(id, "a", NOW, null, Lists.counts(10_000, 300, 100, 100), Set.of(), null, Way.CROWD,
                new Candidate.Form(null, null, null, Set.of(), null, audience), Map.of());
    }

    private static Audience audience(@Nullable Double late, @Nullable Double overall, @Nullable Double acclaim) {
        return new Audience(late, overall, null, null, acclaim);
    }

    /// Six videos of 60, 50 … 10 by all people.
    private static List<Candidate> acclaimed() {
        return IntStream.rangeClosed(1, 6).mapToObj(i -> video("v" + i, audience(null, null, 70.0 - 10 * i))).toList();
    }

    @Test
    void withoutACrowdItIsUnknown() {
        List<Candidate> candidates = List.of(video("v", Audience.UNKNOWN), video("w", Audience.UNKNOWN));

        assertThat(CrowdMatch.among(candidates, 9).of(candidates.getFirst())).isEmpty();
        assertThat(CrowdMatch.NONE.of(candidates.getFirst())).isEmpty();
    }

    @Test
    void strangersHaveWhatAllPeopleDidAsAShareOfTheBest() {
        List<Candidate> candidates = acclaimed();
        CrowdMatch match = CrowdMatch.among(candidates, 0);

        assertThat(candidates.stream().map(match::of).map(value -> value.orElse(-1))).containsExactly(1.0, 5 / 6.0,
                4 / 6.0, 0.5, 2 / 6.0, 1 / 6.0);
        FinalScore score = score(candidates, ScoreWeights.WITH_CROWD, candidates.get(3));
        assertThat(Ranked.forStranger(candidates.get(3), score).order()).isEqualTo(0.5);
        FinalScore unweighed = score(candidates, ScoreWeights.USUAL, candidates.get(3));
        assertThat(Ranked.forStranger(candidates.get(3), unweighed).order()).isEqualTo(unweighed.value());
    }

    @Test
    void thoseWhoTurnedToTheSameTellAShareOfTheFifthBest() {
        List<Candidate> candidates = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> video("v" + i, audience(7.0 - i, null, null))).toList();
        CrowdMatch match = CrowdMatch.among(candidates, 3);

        assertThat(candidates.stream().map(match::of).map(value -> value.orElse(-1))).containsExactly(1.0, 1.0, 1.0,
                1.0, 1.0, 0.5);
    }

    @Test
    void eachActTakesTheListFromAllPeopleToThoseWhoTurnedToTheSame() {
        Candidate own = video("own", audience(0.8, 0.4, 1.0));
        Candidate ofAll = video("all", audience(null, null, 10.0));
        List<Candidate> candidates = List.of(own, ofAll);

        assertThat(CrowdMatch.among(candidates, 5).of(own)).hasValueCloseTo(0.5 + 0.05, within(1e-12));
        assertThat(CrowdMatch.among(candidates, 5).of(ofAll)).hasValueCloseTo(0.5, within(1e-12));
        assertThat(CrowdMatch.among(candidates, 45).of(ofAll)).hasValueCloseTo(0.1, within(1e-12));
        assertThat(CrowdMatch.among(candidates, 0).of(ofAll)).hasValue(1.0);
    }

    @Test
    void whatNobodyDidAnythingWithYetHasTheMedian() {
        Candidate fresh = video("new", Audience.UNKNOWN);
        List<Candidate> candidates = Stream.concat(Stream.of(fresh), acclaimed().stream()).toList();

        // 0, 1/6, 2/6, 3/6 …
        assertThat(CrowdMatch.among(candidates, 0).of(fresh)).hasValue(0.5);
        List<Candidate> mostlyNew = Stream.concat(candidates.stream(),
                IntStream.range(0, 9).mapToObj(i -> video("n" + i, Audience.UNKNOWN))).toList();
        assertThat(CrowdMatch.among(mostlyNew, 0).of(fresh)).as("the crowd knows few").hasValue(0.0);
        List<Candidate> few = List.of(fresh, video("v", audience(2.0, null, null)),
                video("w", audience(-1.0, 3.0, null)),
                video("x", audience(null, 1.5, null)));
        CrowdMatch match = CrowdMatch.among(few, 3);
        // Shares: 1 and 0, 0 and 1, 0 and 1.
        assertThat(match.of(few.get(1))).hasValue(0.5);
        assertThat(match.of(few.get(2))).hasValue(0.5);
        assertThat(match.of(fresh)).hasValue(0.5);
    }

    @Test
    void theFinalScoreCountsItAsMuchAsItsThreePartsAndOnlyWhereItIsKnown() {
        List<Candidate> candidates = acclaimed();
        Candidate last = candidates.getLast();
        double plain = score(candidates, ScoreWeights.USUAL, last).value();

        FinalScore told = score(candidates, ScoreWeights.WITH_CROWD, last);
        assertThat(told.value()).isCloseTo((plain + 1 / 6.0) / 2, within(1e-12));
        assertThat(told.reached()).as("what all people did keeps nothing out").isCloseTo(Math.max(plain, told.value()),
                within(1e-12));
        assertThat(told.whole().term(FinalScore.CROWD)).hasValue(1 / 6.0);
        Candidate alone = video("v", Audience.UNKNOWN);
        FinalScore untold = score(List.of(alone), ScoreWeights.WITH_CROWD, alone);
        assertThat(untold.value()).isEqualTo(score(List.of(alone), ScoreWeights.USUAL, alone).value());
        assertThat(untold.unknown()).as("nothing of this video is missing").doesNotContain("crowd");
        assertThat(ScoreWeights.WITH_CROWD.withCrowd(0)).isEqualTo(ScoreWeights.USUAL);
        assertThat(ScoreWeights.USUAL.withCrowd(0.4).crowd()).isEqualTo(0.4);
    }

    private static FinalScore score(List<Candidate> candidates, ScoreWeights weights, Candidate of) {
        return FinalScore.Scoring.among(candidates, person("x", 0.9), Leanings.NONE, weights, NOW).of(of);
    }

    @Test
    void whyTellsOfThosePeople() {
        List<Candidate> candidates = List.of(video("v", audience(0.8, 0.4, null)),
                video("w", audience(null, null, 3.0)));

        assertThat(why(candidates, person("x", 0.9), 0))
                .startsWith("Others who turned to the same videos as you also turned to this one.");
        assertThat(why(candidates, stranger(), 1))
                .startsWith("Little is known of what you like, so this is what people here did much with.");
    }

    private static String why(List<Candidate> candidates, Profile profile, int of) {
        FinalScore score = FinalScore.Scoring
                .among(candidates, profile, Leanings.NONE, ScoreWeights.WITH_CROWD, NOW).of(candidates.get(of));
        return Explanation.of(Ranked.byFormula(candidates.get(of), score), profile).why();
    }

    @Test
    void strangersListsAreWideAndKnowNeitherThresholdNorRanker() {
        Configuration learned = new Configuration("learned", ScoreWeights.USUAL, "trees", 0.05, 50,
                new Diversity(0.8, 0.85, 2, 10), 0.5);

        assertThat(learned.forStranger()).isEqualTo(new Configuration("learned", ScoreWeights.USUAL, null, 0.05, 50,
                new Diversity(0.8, 0.7, 1, 20), 0));
        assertThat(Configuration.USUAL.weights()).isEqualTo(ScoreWeights.WITH_CROWD);
    }
}
