package dev.upswell.recommend;

import static dev.upswell.recommend.Lists.NOW;
import static dev.upswell.recommend.Lists.counts;
import static dev.upswell.recommend.Lists.person;
import static dev.upswell.recommend.Lists.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.taste.Profile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is told of a recommendation, and what a ranker sees of it.
class ExplanationTest {

    private static Explanation explained(Candidate candidate, Profile profile) {
        return Explanation.of(Ranked.byFormula(candidate, Lists.scoring(profile).of(candidate)), profile);
    }

    @Test
    void categoriesThatTheyLikeAreNamedTheStrongestFirst() {
        Explanation explanation = explained(
                Lists.video("v", "a", counts(10_000, 300, 100, 180), Set.of("chess", "street_food", "cars")),
                person("chess", 0.4, "street_food", 0.8));

        assertThat(explanation.tags()).containsExactly("street_food", "chess");
        assertThat(explanation.why())
                .isEqualTo("You like street_food (0.80), chess (0.40). It is shared often for its views.");
    }

    @Test
    void whatIsUnknownIsSaid() {
        assertThat(explained(Lists.video("v", "a", new Candidate.Tally(2_000_000L, null, null, null), Set.of()),
                person("x", 0.9))
                .why()).isEqualTo("Its words are like those of videos you liked. Many have watched it. "
                        + "Not known: engagement rate, share ratio, engagement.");
        assertThat(explained(Lists.unknown("v"), stranger()).why())
                .startsWith("Little is known of what you like, so this is popular with others. Not known: views,");
        assertThat(explained(Lists.unknown("v"), person("x", 0.9)).why())
                .startsWith("It is popular with others. Not known:");
        assertThat(explained(new Candidate("v", null, null, null, Candidate.Tally.NONE, null, null, Way.CROWD,
                Candidate.Form.UNKNOWN, Map.of()), person("x", 0.9)).why())
                .startsWith("Others who turned to the same videos as you also turned to this one. Not known:");
    }

    @Test
    void rewardsCountTheStrongestReactionOfEachKindOnce() {
        double worth = Rewards.USUAL.of(List.of(new Rewards.Told("a", Reaction.WATCHED, 0.4),
                new Rewards.Told("a", Reaction.WATCHED, 0.9), new Rewards.Told("a", Reaction.LIKED, 1),
                new Rewards.Told("b", Reaction.HIDDEN, 1), new Rewards.Told("b", Reaction.SHOWN, 1),
                new Rewards.Told("c", Reaction.WATCHED, null)));

        assertThat(worth).isCloseTo(0.9 + 2 - 4, within(1e-12));
        assertThatThrownBy(() -> new Rewards.Told("a", Reaction.WATCHED, 40)).hasMessage(
                "strength (40.0) must be from 0 to 1\nMaybe seconds were given in place of a share.");
    }

    @Test
    void columnsTellHabitsAndLeaveGapsForWhatIsUnknown() {
        Profile person = person("chess", 0.4);
        Leanings leanings = Leanings.of(List.of(LeaningsTest.act("pawn", "chess", "a", "id")), LeaningsTest.USUAL, NOW);
        Habits habits = new Habits(Map.of("a", 0.25), Map.of("en", 0.8), 20.0, 99, leanings, Map.of("a", 0.7));
        RankingColumns columns = RankingColumns.of(person, habits);
        Candidate known = new Candidate("v", "a", NOW, null, counts(10_000, 300, 100, 100), Set.of("chess"), Lists.EAST,
                Way.QUERY, new Candidate.Form("id", 40.0, 1.5, Set.of("pawn", "the"), -2.5,
                        new Candidate.Audience(0.3, 0.6, 0.2, 0.1)),
                Map.of());

        float[] row = columns.row(known, Lists.scoring(person).of(known), 7);
        assertThat(row).hasSize(RankingColumns.NAMES.size()).doesNotContain(Float.NaN);
        assertThat(column(row, "author")).isEqualTo(0.25f);
        assertThat(column(row, "language")).isZero();
        assertThat(column(row, "seconds from usual")).isCloseTo((float) Math.log(2), within(1e-6f));
        assertThat(column(row, "place")).isEqualTo(7);
        assertThat(column(row, "growth")).isEqualTo(1.5f);
        assertThat(column(row, "best category")).isEqualTo(0.4f);
        assertThat(column(row, "author's rate")).isEqualTo(-2.5f);
        assertThat(column(row, "audience of late")).isEqualTo(0.3f);
        assertThat(column(row, "audience")).isEqualTo(0.6f);
        assertThat(column(row, "worth")).isEqualTo(0.2f);
        assertThat(column(row, "author's worth")).isEqualTo(0.1f);
        assertThat(column(row, "own worth of author")).isEqualTo(0.7f);
        assertThat(column(row, "words")).isPositive();
        assertThat(column(row, "author leaning")).isPositive();

        Candidate unknown = Lists.unknown("u");
        float[] gaps = RankingColumns.of(stranger(), Habits.UNKNOWN).rows(List.of(unknown),
                Lists.scoring(stranger()).quality());
        assertThat(column(gaps, "author")).isNaN();
        assertThat(column(gaps, "likes per view")).isNaN();
        assertThat(column(gaps, "words")).isNaN();
        assertThat(column(gaps, "category leaning")).isNaN();
        assertThat(column(gaps, "audience")).isNaN();
        assertThat(column(gaps, "place")).isEqualTo(1);
        assertThat(column(gaps, "reactions")).isZero();
    }

    private static float column(float[] row, String name) {
        return row[RankingColumns.NAMES.indexOf(name)];
    }

    @Test
    void scoresOfARankerAreOddsBesideTheBestOfTheRequest() {
        List<Candidate> candidates = List.of(Lists.unknown("a"), Lists.unknown("b"), Lists.unknown("c"));
        FinalScore.Scoring scores = Lists.scoring(stranger());

        assertThat(RankingColumns.ranked(candidates, scores, new double[]{-3, 1, 1 - Math.log(2)}))
                .extracting(Ranked::order).containsExactly(Math.exp(-4), 1.0, Math.exp(-Math.log(2)));
        assertThat(RankingColumns.ranked(candidates, scores, new double[]{2, 2, 2})).extracting(Ranked::order)
                .containsExactly(1.0, 1.0, 1.0);
    }
}
