package dev.upswell.recommend;

import static dev.upswell.recommend.Lists.NOW;
import static dev.upswell.recommend.Lists.counts;
import static dev.upswell.recommend.Lists.person;
import static dev.upswell.recommend.Lists.stranger;
import static dev.upswell.recommend.Lists.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.embed.Vector;
import dev.upswell.taste.Profile;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/// Scores against the formulas of the specification, worked out by hand.
class ScoresTest {

    private static final Profile PERSON = person("street_food", 0.8, "chess", 0.4);

    @Property
    void viralityNeverFallsAndNeverLeapsWithViews(@ForAll @DoubleRange(min = 0, max = 8.5) double decade) {
        double views = Math.pow(10, decade);
        double here = Virality.byViews(views);

        assertThat(here).isBetween(0.0, 1.0);
        assertThat(Virality.byViews(views * 1.0001)).isGreaterThanOrEqualTo(here).isCloseTo(here, within(1e-4));
    }

    @Property
    void engagementAndSharesNeverFallAndNeverLeap(@ForAll @DoubleRange(min = 0, max = 1) double rate) {
        assertThat(Virality.byRate(rate + 1e-6)).isGreaterThanOrEqualTo(Virality.byRate(rate)).isCloseTo(
                Virality.byRate(rate),
                within(1e-4));
        assertThat(Virality.byShareRatio(rate + 1e-6)).isGreaterThanOrEqualTo(Virality.byShareRatio(rate));
    }

    @Test
    void viralityHasTheBendsOfTheSpecification() {
        assertThat(List.of(0.0, 5e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9)).map(Virality::byViews).containsExactly(0.0, 0.15,
                0.3,
                0.6, 0.8, 0.95, 1.0, 1.0);
        assertThat(List.of(0.0, 0.01, 0.03, 0.05, 0.1, 0.2, 0.4, 0.9)).map(Virality::byRate)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.0, 0.3, 0.45, 0.6, 0.85, 0.95, 1.0, 1.0);
        assertThat(Virality.byShareRatio(0.01)).isEqualTo(0.5);
        assertThat(List.of(0, 1, 6, 7, 29, 30, 90, 180, 999))
                .map(days -> Virality.byAge(NOW.minus(Duration.ofDays(days)), NOW).orElseThrow())
                .containsExactly(1.0, 0.9, 0.9, 0.7, 0.7, 0.5, 0.3, 0.1, 0.1);
    }

    @Test
    void viralityIsTheWeightedSumOfItsTerms() {
        // views 10,000: 0.3; rate 0.05: 0.6; share ratio 0.01: 0.5; three hours old: 1
        Score virality = Virality.of(video("v", "a", counts(10_000, 300, 100, 100), Set.of()), NOW);

        assertThat(virality.value()).hasValueCloseTo(0.3 * 0.3 + 0.3 * 0.6 + 0.2 * 0.5 + 0.2, within(1e-12));
        assertThat(virality.unknown()).isEmpty();
    }

    @Test
    void missingCountsAreNeitherGoodNorBadAndAreNamed() {
        Candidate some = video("v", "a", new Candidate.Tally(10_000L, null, 5L, 100L), Set.of());

        Score virality = Virality.of(some, NOW);
        assertThat(virality.unknown()).containsExactly("engagement rate");
        assertThat(virality.value()).hasValueCloseTo((0.3 * 0.3 + 0.2 * 0.5 + 0.2) / 0.7, within(1e-12));
        assertThat(Virality.of(Lists.unknown("v"), NOW).value()).isEmpty();
        assertThat(Virality.of(video("v", "a", counts(0, 0, 0, 0), Set.of()), NOW).unknown()).containsExactly(
                "engagement rate",
                "share ratio");
    }

    @Test
    void categoriesReachBothEnds() {
        Relevance relevance = Relevance.to(PERSON);

        assertThat(
                relevance.of(video("v", "a", Candidate.Tally.NONE, Set.of("street_food"))).term(Relevance.CATEGORIES))
                .hasValue(1.0);
        assertThat(relevance.of(video("v", "a", Candidate.Tally.NONE, Set.of("street_food", "chess")))
                .term(Relevance.CATEGORIES)).hasValueCloseTo(1.0, within(1e-12));
        assertThat(relevance.of(video("v", "a", Candidate.Tally.NONE, Set.of("chess"))).term(Relevance.CATEGORIES))
                .hasValueCloseTo(0.5, within(1e-12));
        assertThat(relevance.of(video("v", "a", Candidate.Tally.NONE, Set.of("cars"))).term(Relevance.CATEGORIES))
                .hasValue(0.0);
        assertThat(relevance.of(video("v", "a", Candidate.Tally.NONE, Set.of())).term(Relevance.CATEGORIES))
                .hasValue(0.0);
        assertThat(relevance.of(video("v", "a", Candidate.Tally.NONE, null)).term(Relevance.CATEGORIES)).isEmpty();
    }

    @Test
    void meaningAndWayReachBothEnds() {
        assertThat(Relevance.likeness(Lists.EAST, Lists.EAST)).hasValue(1.0);
        assertThat(Relevance.likeness(Lists.EAST, Lists.NORTH)).hasValue(0.5);
        assertThat(Relevance.likeness(Lists.EAST, Vector.of(-1.0, 0, 0))).hasValue(0.0);
        assertThat(Relevance.likeness(Lists.EAST, null)).isEmpty();
        assertThat(Relevance.likeness(Lists.EAST, Vector.nothing(3))).isEmpty();
        assertThat(Relevance.likeness(Lists.EAST, Vector.of(1.0, 0))).isEmpty();
        assertThat(List.of(Way.QUERY, Way.VECTORS, Way.CROWD, Way.POPULARITY)).map(Way::boost).containsExactly(1.0, 0.5,
                0.0, 0.0);
    }

    @Test
    void wordsThatTheyTurnToTakeThePlaceOfCategories() {
        List<Leanings.Act> acts = Stream.concat(
                Collections.nCopies(20, LeaningsTest.act("pawn", "chess", "a", "id")).stream(),
                Collections.nCopies(4, LeaningsTest.act("bread", "cats", "b", "id")).stream()).toList();
        Relevance relevance = Relevance.to(PERSON, Leanings.of(acts, LeaningsTest.USUAL, NOW));

        Score both = relevance.of(saying("pawn", "bread", "the"));
        assertThat(both.term(Relevance.WORDS)).hasValueCloseTo(1.0, within(1e-6));
        assertThat(both.term(Relevance.CATEGORIES)).hasValue(0.0);
        assertThat(both.value()).as("categories have no weight").hasValueCloseTo(1.0, within(1e-6));
        assertThat(relevance.of(saying("bread")).term(Relevance.WORDS).orElseThrow()).isBetween(0.2, 0.999);
        assertThat(relevance.of(saying("unheard")).term(Relevance.WORDS)).hasValue(0.0);
        assertThat(relevance.of(saying()).term(Relevance.WORDS)).as("it says nothing").isEmpty();
        assertThat(relevance.of(saying()).value()).hasValueCloseTo(0.6, within(1e-12));
        assertThat(Relevance.to(PERSON).of(saying("pawn")).term(Relevance.WORDS)).as("nothing was done").isEmpty();
    }

    private static Candidate saying(String... words) {
        return new Candidate("v", "a", NOW, null, Candidate.Tally.NONE, Set.of(), Lists.EAST, Way.QUERY,
                new Candidate.Form(null, null, null, Set.of(words), null, Candidate.Audience.UNKNOWN), Map.of());
    }

    @Test
    void ofStrangersOnlyTheWayIsKnown() {
        Score relevance = Relevance.to(stranger()).of(video("v", "a", Candidate.Tally.NONE, Set.of("chess")));

        assertThat(relevance.unknown()).containsExactly("categories", "meaning");
        assertThat(relevance.value()).hasValue(1.0);
    }

    @Test
    void theMedianIsThatOfTheCandidatesWhoseCountsAreKnown() {
        List<Candidate> candidates = Stream.of(counts(10_000, 600, 200, 200), Candidate.Tally.NONE,
                counts(10_000, 0, 0, 0), counts(10_000, 300, 100, 100))
                .map(counts -> video("v", "a", counts, Set.of())).toList();

        assertThat(EngagementQuality.among(candidates).median()).isCloseTo(0.16, within(1e-12));
        assertThat(EngagementQuality.among(List.of()).median()).isEqualTo(0.3);
    }

    @Test
    void qualityIsShrunkToTheMedianAtFewViews() {
        EngagementQuality quality = new EngagementQuality(0.3);

        // (0.3·300 + 0.4·100 + 0.3·100)/10,000 · 10 = 0.16
        assertThat(EngagementQuality.raw(counts(10_000, 300, 100, 100))).hasValueCloseTo(0.16, within(1e-12));
        assertThat(quality.of(counts(10_000, 300, 100, 100))).hasValueCloseTo((10_000 * 0.16 + 500 * 0.3) / 10_500,
                within(1e-12));
        assertThat(quality.of(counts(2, 2, 2, 2)).orElseThrow()).isCloseTo(0.3, within(0.01));
        assertThat(quality.of(counts(0, 0, 0, 0))).hasValue(0.3);
        assertThat(quality.of(counts(1_000_000, 900_000, 0, 0))).hasValueCloseTo(1.0, within(1e-3));
        assertThat(quality.of(new Candidate.Tally(10L, 1L, null, 1L))).isEmpty();
    }

    @Test
    void theFinalScoreWeighsItsPartsAndFurtherObjectives() {
        Candidate candidate = video("v", "a", counts(10_000, 300, 100, 100), Set.of("street_food"));
        FinalScore usual = Lists.scoring(PERSON).of(candidate);
        double virality = 0.57;
        double relevance = 0.4 + 0.4 + 0.2;
        double quality = (10_000 * 0.16 + 500 * 0.3) / 10_500;

        assertThat(usual.value()).isCloseTo(0.3 * virality + 0.4 * relevance + 0.3 * quality, within(1e-12));
        ScoreWeights fresh = new ScoreWeights(0.3, 0.4, 0.3,
                Map.of(Objective.FRESHNESS, 1.0, Objective.BRAND_SAFETY, 2.0));
        FinalScore more = FinalScore.Scoring.of(PERSON, new EngagementQuality(0.3), fresh, NOW).of(candidate);
        assertThat(more.value()).isCloseTo((usual.value() + 1) / 2, within(1e-12));
        assertThat(more.unknown()).containsExactly("brand safety");
    }

    @Test
    void aVideoOfWhichNothingIsKnownStillHasAScoreThatSaysSo() {
        FinalScore score = Lists.scoring(stranger()).of(Lists.unknown("v"));

        assertThat(score.value()).isZero();
        assertThat(score.unknown()).containsExactly("views", "engagement rate", "share ratio", "age", "categories",
                "meaning",
                "virality", "engagement");
    }

    @Test
    void theOriginTakesWhatIsMissingAsNoughtAndFindsArtInParty() {
        Candidate party = video("v", "a", counts(10_000, 300, 100, 100), Set.of("party"));

        double found = SeedScores.of(party, person("art", 0.8), NOW);
        assertThat(found - SeedScores.of(party, person("chess", 0.8), NOW)).isCloseTo(0.4 * 0.4 * 0.4, within(1e-12));
        assertThat(SeedScores.of(Lists.unknown("v"), PERSON, NOW)).isCloseTo(0.3 * 0.2 * 0.1, within(1e-12));
    }

    @Test
    void weightsAndSharesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new ScoreWeights(0, 0, 0, Map.of())).hasMessageStartingWith(
                "weights (virality 0.0, relevance 0.0, engagement 0.0, {}) must be from 0, one of the first three above it");
        assertThatThrownBy(() -> new EngagementQuality(1.2)).hasMessageStartingWith("median (1.2) must be from 0 to 1");
        assertThatThrownBy(() -> new Candidate("v", null, null, null, Candidate.Tally.NONE, null, null, Way.QUERY,
                Candidate.Form.UNKNOWN, Map.of(Objective.COMPLETION, 40.0))).hasMessageContaining(
                        "Maybe a share was given in percent.");
    }
}
