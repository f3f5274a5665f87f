package dev.upswell.server.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ItemNeighbours;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Reaction;
import dev.upswell.server.taste.Reactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The crowd of a tenant from what people did to what is known of each, over real stores.
class CrowdLearningTest {

    private final CrowdBench bench = new CrowdBench();

    private Profiles profiles() {
        return new Profiles(bench.tenant, bench.database, () -> bench.now);
    }

    @Test
    void scoresAreThoseOfTheEngineFromTheSameActs() {
        bench.sixPeople();

        CrowdLearning.Learnt learnt = bench.learning().learn();

        assertThat(learnt).isEqualTo(
                new CrowdLearning.Learnt(6, 6, "Learnt from what 6 people did with 6 videos."));
        // By hand: ani 0, bea 1, cid 2, bo 3, dan 4, eva 5; b0 0 … f2 5.
        List<Interaction> all = List.of(new Interaction(0, 0, 2), new Interaction(0, 1, 2), new Interaction(1, 0, 2),
                new Interaction(1, 1, 3), new Interaction(1, 2, 2), new Interaction(2, 1, 2), new Interaction(2, 2, 4),
                new Interaction(3, 3, 2), new Interaction(3, 4, 2), new Interaction(4, 3, 2), new Interaction(4, 4, 2),
                new Interaction(4, 5, 2), new Interaction(5, 4, 2), new Interaction(5, 5, 2));
        double[] expected = ItemNeighbours.of(all, 100, 20).scores(0, new int[]{2, 3, 5});
        CrowdScores ani = bench.scores("ani");
        assertThat(expected[0]).isPositive();
        assertThat(Objects.requireNonNull(ani.neighbours("b2"))).isCloseTo(expected[0], within(1e-6));
        assertThat(ani.neighbours("f0")).as("nobody links it: unknown and not 0").isNull();
        assertThat(Objects.requireNonNull(ani.factors("b2"))).isGreaterThan(
                Objects.requireNonNull(ani.factors("f2")));
        assertThat(ani.nearest(10, video -> !video.equals("b0") && !video.equals("b1"))).containsExactly("b2");
        assertThat(ani.asOf()).isEqualTo(CrowdBench.NOON);
        assertThat(ani.neighbours("elsewhere")).isNull();
    }

    @Test
    void whoMayNotBeProfiledAndWhatIsSensitiveOrHiddenOrLaterTeachNothing() {
        bench.sixPeople();
        bench.learning().learn();
        CrowdScores before = bench.scores("ani");
        bench.videos(Map.of("s0", "Sunday church prayer and bible"));
        bench.acts("""
            stranger liked b0 10
            stranger liked f0 11
            ani liked s0 12
            bea liked s0 12
            ani hidden f0 12
            ani liked f0 11
            ani liked f1 2026-04-01
            bea watched f1 12 3
            """);
        bench.pass(Duration.ofDays(1));

        assertThat(bench.learning().isDue()).isTrue();
        assertThat(bench.learning().learn().note()).isEqualTo("Nobody did anything new.");

        CrowdScores after = bench.scores("ani");
        assertThat(after.neighbours()).isEqualTo(before.neighbours());
        assertThat(after.factors()).isEqualTo(before.factors());
        assertThat(after.videos().ids()).doesNotContain("s0");
        assertThat(after.asOf()).isEqualTo(CrowdBench.NOON.plus(Duration.ofDays(1)));
        assertThat(bench.learning().isDue()).isFalse();
    }

    @Test
    void itIsLearntADayLaterWhereThereIsSomethingNew() {
        bench.sixPeople();
        assertThat(bench.learning().isDue()).isTrue();
        bench.learning().learn();
        bench.pass(Duration.ofDays(2));
        assertThat(bench.learning().isDue()).as("nothing is new").isFalse();
        assertThat(bench.learning(CrowdBench.constant(1)).isDue()).as("another way of learning").isTrue();
        bench.now = CrowdBench.NOON.plus(Duration.ofHours(2));
        new Reactions(bench.tenant, bench.database).keep("ani",
                List.of(new Reaction("f2", null, Reaction.Kind.LIKED, null, bench.now)));
        assertThat(bench.learning().isDue()).as("not a day old").isFalse();
        bench.pass(Duration.ofDays(1));
        assertThat(bench.learning().isDue()).isTrue();

        bench.learning().learn();

        assertThat(bench.scores("ani").neighbours("f0")).isNotNull();
    }

    @Test
    void tooFewPeopleAreNoCrowdAndThatIsLookedAtOnceADay() {
        bench.videos(Map.of("b0", "Bread", "b1", "More bread"));
        bench.acts("""
            ani liked b0 10
            bea liked b0 10
            """);
        bench.allow("ani", "bea", "cid", "dan", "eva");
        assertThat(bench.learning().isDue()).isTrue();

        assertThat(bench.learning().learn().note())
                .isEqualTo("Too few people to go by: 2 did something with stored videos, 5 are needed.");

        assertThat(new KeptCrowd(bench.tenant, bench.database).of(bench.subject("ani"), bench.now)).isEmpty();
        assertThat(bench.learning().isDue()).isFalse();
    }

    @Test
    void whoDidNothingHasNoScoresAndWhatIsLearntLaterIsNotKnownBefore() {
        bench.sixPeople();
        bench.allow("newcomer");
        bench.learning().learn();
        CrowdScores none = bench.scores("newcomer");

        assertThat(none.neighbours("b0")).isNull();
        assertThat(none.factors("b0")).isNull();
        assertThat(none.nearest(9, video -> true)).isEmpty();
        assertThat(new KeptCrowd(bench.tenant, bench.database).of(bench.subject("ani"),
                CrowdBench.NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void theNearestComeFirstAndOfEqualOnesTheLowerId() {
        CrowdScores scores = new CrowdScores(CrowdBench.NOON,
                CrowdScores.Places.of(List.of("e", "d", "c", "b", "a")), new float[]{0.5f, 0.7f, 0, 0.5f, 0.9f},
                new float[5]);

        assertThat(scores.nearest(9, video -> true)).containsExactly("a", "d", "b", "e");
        assertThat(scores.nearest(3, video -> true)).containsExactly("a", "d", "b");
        assertThat(scores.nearest(2, video -> !video.equals("a"))).containsExactly("d", "b");
    }

    @Test
    void crowdsOfTwoTenantsNeverMix() {
        bench.sixPeople();
        bench.learning().learn();
        CrowdBench other = new CrowdBench();
        other.sixPeople();
        other.acts("ani reposted f2 13\n");

        assertThat(new KeptCrowd(other.tenant, other.database).of(other.subject("ani"), other.now)).isEmpty();
        assertThat(new KeptCrowd(other.tenant, other.database).of(bench.subject("ani"), other.now)).isEmpty();
        other.learning().learn();

        assertThat(other.scores("ani").neighbours("f0")).isNotNull();
        assertThat(bench.scores("ani").neighbours("f0")).isNull();
        assertThat(new KeptCrowd(other.tenant, other.database).of(bench.subject("ani"), other.now)
                .flatMap(scores -> Optional.ofNullable(scores.neighbours("b2")))).isEmpty();
        bench.database.transactions().run(bench.tenant, db -> db.sql("delete from crowd").update());
        assertThat(other.rows()).isEqualTo(7);
    }

    @Test
    void whoeverIsErasedIsForgottenByAllAtOnceAndTheRestIsLearntAnew() {
        bench.sixPeople();
        bench.learning().learn();
        KeptCrowd crowd = new KeptCrowd(bench.tenant, bench.database);
        assertThat(crowd.of(bench.subject("ani"), bench.now)).isPresent();

        profiles().erase("cid", "hand");

        assertThat(bench.rows()).isZero();
        assertThat(crowd.of(bench.subject("ani"), bench.now)).isEmpty();
        assertThat(bench.learning().isDue()).isTrue();
        assertThat(bench.learning().learn().people()).isEqualTo(5);
        CrowdBench without = new CrowdBench();
        without.sixPeople();
        without.database.transactions().run(without.tenant,
                db -> db.sql("delete from profile_subject where handle = 'cid'").update());
        without.learning().learn();
        assertThat(crowd.of(bench.subject("ani"), bench.now).orElseThrow().neighbours("b2"))
                .as("as if cid had never been there").isEqualTo(without.scores("ani").neighbours("b2"));
    }

    @Test
    void whoeverIsErasedWhileItIsLearntIsNotKept() {
        bench.sixPeople();
        CrowdLearner slow = new CrowdLearner() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public Learnt learn(Told told) {
                profiles().erase("cid", "hand");
                return CrowdBench.constant(1).learn(told);
            }
        };

        assertThat(bench.learning(slow).learn().note()).startsWith("Somebody was erased meanwhile");

        assertThat(bench.rows()).isZero();
        assertThat(bench.learning().isDue()).isTrue();
    }

    @Test
    void whatIsKilledBetweenLearningAndWritingLeavesTheCrowdBefore() {
        bench.sixPeople();
        bench.learning().learn();
        CrowdScores before = bench.scores("ani");
        bench.acts("ani reposted f2 13\n");
        bench.pass(Duration.ofDays(1));
        CrowdLearner killed = new CrowdLearner() {
            @Override
            public String name() {
                return new NeighboursAndFactors().name();
            }

            @Override
            public Learnt learn(Told told) {
                new NeighboursAndFactors().learn(told);
                throw new IllegalStateException("killed");
            }
        };

        assertThatThrownBy(() -> bench.learning(killed).learn()).hasMessage("killed");

        assertThat(bench.scores("ani").neighbours()).isEqualTo(before.neighbours());
        assertThat(bench.scores("ani").asOf()).isEqualTo(CrowdBench.NOON);
        assertThat(bench.learning().isDue()).isTrue();
        assertThat(bench.learning().learn().people()).isEqualTo(6);
        assertThat(bench.scores("ani").neighbours("f0")).isNotNull();
    }

    @Test
    void anotherWayOfLearningTakesItsPlace() {
        bench.sixPeople();
        bench.learning().learn();
        KeptCrowd open = new KeptCrowd(bench.tenant, bench.database);
        assertThat(open.of(bench.subject("ani"), bench.now)).isPresent();

        bench.learning(CrowdBench.constant(0.5)).learn();

        assertThat(open.of(bench.subject("ani"), bench.now).orElseThrow().factors("f2"))
                .as("a process that knew the one before").isEqualTo(0.5);
    }
}
