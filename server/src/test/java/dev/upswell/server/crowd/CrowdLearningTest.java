package dev.upswell.server.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ShallowAutoencoder;
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
        double[] expected = ShallowAutoencoder.of(all, 20).scoring(all).scores(0, new int[]{2, 3, 5});
        CrowdScores ani = bench.scores("ani");
        assertThat(expected[0]).isPositive();
        // What was done some days ago has faded: by a half of late in the days in which it fades by 15/40 of that over all.
        double faded = Math.log(Objects.requireNonNull(ani.overall("b2")) / expected[0]);
        assertThat(faded).isNegative();
        assertThat(Math.log(Objects.requireNonNull(ani.late("b2")) / expected[0]))
                .isCloseTo(faded * 40 / 15, withinPercentage(1));
        // Two acts of 2 each for ani and bea; all: 31 of 14.
        double usual = 5 * 31.0 / 14;
        assertThat(Objects.requireNonNull(ani.acclaim("b0"))).isCloseTo(4 * (4 + usual) / 7, withinPercentage(0.01));
        assertThat(ani.acclaimed(2, video -> true)).containsExactly("b1", "b2");
        assertThat(ani.late("f0")).as("nobody links it: unknown and not 0").isNull();
        assertThat(ani.overall("f2")).isNull();
        assertThat(ani.nearest(10, video -> !video.equals("b0") && !video.equals("b1"))).containsExactly("b2");
        assertThat(ani.asOf()).isEqualTo(CrowdBench.NOON);
        assertThat(ani.late("elsewhere")).isNull();
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
            """);
        bench.pass(Duration.ofDays(1));

        assertThat(bench.learning().isDue()).isTrue();
        assertThat(bench.learning().learn().note()).isEqualTo("Nobody did anything new.");

        CrowdScores after = bench.scores("ani");
        for (String video : before.videos().ids()) {
            assertThat(after.overall(video)).as(video).satisfies(score -> assertThat(score == null)
                    .isEqualTo(before.overall(video) == null));
        }
        assertThat(Objects.requireNonNull(after.overall("b2")))
                .isCloseTo(Objects.requireNonNull(before.overall("b2")) * Math.pow(0.5, 1 / 40.0),
                        withinPercentage(0.01));
        assertThat(after.videos().ids()).doesNotContain("s0");
        assertThat(bench.learning().isDue()).as("looked at now").isFalse();
    }

    @Test
    void whatWasDoneOfLateFadesWhileNobodyDoesAnything() {
        bench.sixPeople();
        bench.learning().learn();
        CrowdScores before = bench.scores("ani");
        for (int day = 1; day <= 15; day++) {
            bench.pass(Duration.ofDays(1));
            bench.learning().learn();
        }

        CrowdScores after = bench.scores("ani");

        assertThat(Objects.requireNonNull(after.late("b2")))
                .isCloseTo(Objects.requireNonNull(before.late("b2")) / 2, withinPercentage(0.01));
        assertThat(Objects.requireNonNull(after.overall("b2")))
                .isCloseTo(Objects.requireNonNull(before.overall("b2")) * Math.pow(0.5, 15 / 40.0),
                        withinPercentage(0.01));
        assertThat(after.asOf()).as("learnt once").isEqualTo(CrowdBench.NOON);
        bench.database.transactions().run(bench.tenant, db -> db.sql("delete from crowd").update());
        bench.learning().learn();
        assertThat(bench.scores("ani").late("b2")).as("as if it were learnt now")
                .isCloseTo(Objects.requireNonNull(after.late("b2")), withinPercentage(0.01));
    }

    /// Ani and bea watched and liked b0, cid watched it and did nothing else, bo watched and liked f0, dan hid what he watched.
    @Test
    void worthIsWhatIsDoneBesideWatchingByThoseWhoAreKnownToHaveWatched() {
        bench.sixPeople();
        bench.videos(Map.of("s0", "Sunday church prayer and bible"));
        bench.acts("""
            ani watched b0 10 3
            bea watched b0 10
            cid watched b0 12 9
            bo  watched f0 10 20
            dan watched b1 12 20
            dan hidden  b1 13
            eva watched s0 12 20
            stranger watched f1 12 20
            """);

        bench.learning().learn();

        // By hand: 2, 2, 0, 2 and 0 are 1.2 a watcher.
        CrowdScores told = bench.scores("eva");
        assertThat(Objects.requireNonNull(told.worth("b0"))).isCloseTo((4 + 5 * 1.2) / 8, within(1e-6));
        assertThat(Objects.requireNonNull(told.worth("f0"))).isCloseTo((2 + 5 * 1.2) / 6, within(1e-6));
        assertThat(Objects.requireNonNull(told.worth("b1"))).isCloseTo((0 + 5 * 1.2) / 6, within(1e-6));
        assertThat(told.worth("b2")).as("liked, and nobody is known to have watched it").isNull();
        assertThat(told.worth("f1")).as("watched by somebody who may not be profiled").isNull();
        assertThat(told.worth("s0")).as("sensitive").isNull();
        assertThat(Objects.requireNonNull(told.authorWorth("creator of b0"))).isCloseTo((4 + 20 * 1.2) / 23,
                within(1e-6));
        assertThat(told.authorWorth("creator of b2")).isNull();
        assertThat(told.authorWorth(null)).isNull();
        assertThat(bench.rows()).isEqualTo(8);
        profiles().erase("cid", "hand");
        assertThat(bench.rows()).as("erased with whom it was learnt from").isZero();
        bench.learning().learn();
        assertThat(Objects.requireNonNull(bench.scores("eva").worth("b0"))).isCloseTo((4 + 5 * 1.5) / 7, within(1e-6));
    }

    @Test
    void whereNobodyIsKnownToHaveWatchedAnythingNoWorthIsTold() {
        bench.sixPeople();

        bench.learning().learn();

        assertThat(bench.scores("ani").worth("b0")).isNull();
        assertThat(bench.scores("ani").authorWorth("creator of b0")).isNull();
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

        assertThat(bench.scores("ani").late("f0")).isNotNull();
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

        assertThat(none.late("b0")).isNull();
        assertThat(none.overall("b0")).isNull();
        assertThat(none.nearest(9, video -> true)).isEmpty();
        assertThat(new KeptCrowd(bench.tenant, bench.database).of(bench.subject("ani"),
                CrowdBench.NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void whatExportsTellWithoutANameIsTheirsWhoHasItAndNobodyElses() {
        bench.sixPeople();
        bench.learning().learn();
        CrowdScores before = bench.scores("ani");
        bench.nameless("f2");
        bench.pass(Duration.ofDays(1));
        assertThat(bench.learning().learn().note()).as("nobody has it").isEqualTo("Nobody did anything new.");
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update profile_subject set ground = 'OWN', with_export = true where handle = 'ani'")
                        .update());
        bench.pass(Duration.ofDays(1));
        assertThat(bench.learning().isDue()).isTrue();

        bench.learning().learn();

        assertThat(before.late("f0")).isNull();
        assertThat(bench.scores("ani").late("f0")).isNotNull();
        assertThat(bench.scores("ani").late("b2")).as("beside what ani did by name").isNotNull();
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

        assertThat(other.scores("ani").late("f0")).isNotNull();
        assertThat(bench.scores("ani").late("f0")).isNull();
        assertThat(new KeptCrowd(other.tenant, other.database).of(bench.subject("ani"), other.now)
                .flatMap(scores -> Optional.ofNullable(scores.late("b2")))).isEmpty();
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
        assertThat(crowd.of(bench.subject("ani"), bench.now).orElseThrow().late("b2"))
                .as("as if cid had never been there").isEqualTo(without.scores("ani").late("b2"));
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
                return new AudienceLearner().name();
            }

            @Override
            public Learnt learn(Told told) {
                new AudienceLearner().learn(told);
                throw new IllegalStateException("killed");
            }
        };

        assertThatThrownBy(() -> bench.learning(killed).learn()).hasMessage("killed");

        assertThat(new KeptCrowd(bench.tenant, bench.database).of(bench.subject("ani"), CrowdBench.NOON).orElseThrow()
                .late()).isEqualTo(before.late());
        assertThat(bench.scores("ani").asOf()).isEqualTo(CrowdBench.NOON);
        assertThat(bench.learning().isDue()).isTrue();
        assertThat(bench.learning().learn().people()).isEqualTo(6);
        assertThat(bench.scores("ani").late("f0")).isNotNull();
    }

    @Test
    void anotherWayOfLearningTakesItsPlace() {
        bench.sixPeople();
        bench.learning().learn();
        KeptCrowd open = new KeptCrowd(bench.tenant, bench.database);
        assertThat(open.of(bench.subject("ani"), bench.now)).isPresent();

        bench.learning(CrowdBench.constant(0.5)).learn();

        assertThat(open.of(bench.subject("ani"), bench.now).orElseThrow().overall("f2"))
                .as("a process that knew the one before").isEqualTo(0.5);
    }
}
