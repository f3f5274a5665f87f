package dev.upswell.server.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Reaction;
import dev.upswell.server.contest.ConfigurationTrial.Kind;
import dev.upswell.server.recommend.Configurations.State;
import dev.upswell.server.recommend.Degraded;
import dev.upswell.server.recommend.Given;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rankers from the reactions they are learnt from to the trial that lets them serve.
@Tag("slow")
class LearntRankersTest {

    /// Lists of chance, rather of what is viewed than of what is liked.
    private static final Configuration FORMULA = Audience.drawn("formula", 1, 0.05, null, 0.5);

    @TempDir
    private Path folder;

    @Test
    void aRankerIsLearntFromReactionsTriedAndServesOnceItHasWon() {
        Audience audience = new Audience(5, 52, folder);
        audience.recommendations.configurations().activate(FORMULA);
        LearntRankers rankers = audience.contest().rankers();
        for (int i = 0; i < 3; i++) {
            audience.round(true);
        }
        assertThat(rankers.isDue()).as("all lists are young").isFalse();
        audience.pass(Duration.ofHours(25));
        assertThat(rankers.isDue()).isTrue();

        LearntRankers.Learning learning = rankers.learn();

        LearntRanker ranker = learning.ranker().orElseThrow();
        assertThat(ranker.judged().low()).as(ranker.toString()).isPositive();
        assertThat(ranker.wins()).isTrue();
        assertThat(learning.note())
                .isEqualTo("Learnt from reactions to lists. Better than the formula on others: it may be tried.");
        assertThat(rankers.list()).containsExactly(ranker);
        assertThat(rankers.isDue()).isFalse();
        assertThat(audience.events()).contains("RANKER_TRAINED");
        assertThat(rankers.learn().ranker()).contains(ranker);

        Configuration learned = Audience.drawn("learned", 1, 0.05, ranker.id(), 0.05);
        assertThatThrownBy(() -> audience.recommendations.configurations().activate(learned))
                .hasMessageContaining("has not won a trial: it does not serve yet.");
        audience.recommendations.configurations().add(learned, State.WAITING);
        audience.trials.begin(new ConfigurationTrials.Wanted("ranker", Kind.AB, "formula", "learned", 1, "ani"));
        audience.pass(Duration.ofDays(15));
        audience.round(true);
        audience.round(true);
        audience.pass(Duration.ofHours(25));
        ConfigurationTrials.Seen won = audience.trials.promote("ranker", "ani");

        assertThat(won.look().verdict()).isEqualTo(TrialVerdict.B_BETTER);
        assertThat(rankers.list()).singleElement()
                .satisfies(one -> assertThat(one.promotedAt()).isEqualTo(audience.now()));
        assertThat(audience.events()).contains("RANKER_PROMOTED");
        assertThat(audience.recommendations.configurations().active()).containsExactly(learned);
        audience.pass(Duration.ofDays(15));
        Given given = audience.recommendations.give("person1", Audience.LIST);
        assertThat(given.degraded()).doesNotContain(Degraded.RANKER_AWAY);
        assertThat(given.items()).extracting(Given.Item::video).allMatch(video -> video.startsWith("streetfood"));

        EvaluationDocument evaluation = audience.contest().evaluations().evaluate();
        assertThat(evaluation.orders()).extracting(EvaluationDocument.Row::order).containsExactly("popularity",
                "learned");
        assertThat(evaluation.lists()).isGreaterThanOrEqualTo(20);
        assertThat(evaluation.orders()).allSatisfy(row -> assertThat(row.ndcg()).isBetween(row.low(), row.high()));
    }

    @Test
    void whereNothingWouldBeLearntItIsNotDue() {
        Audience audience = new Audience(8, 52, folder);
        audience.recommendations.configurations().activate(FORMULA);
        audience.reactToOne(List.of(Reaction.LIKED, Reaction.HIDDEN));
        audience.reactToOne(List.of(Reaction.LIKED, Reaction.HIDDEN));
        audience.reactToOne(List.of(Reaction.WATCHED));
        audience.pass(Duration.ofHours(25));

        assertThat(audience.contest().rankers().isDue()).as("what was hidden undoes what was liked").isFalse();
        assertThat(audience.contest().rankers().learn().note()).startsWith("Too little to learn from: 0 lists");

        audience.reactToOne(List.of(Reaction.LIKED));
        audience.reactToOne(List.of(Reaction.LIKED));
        audience.pass(Duration.ofHours(25));
        assertThat(audience.contest().rankers().isDue()).isTrue();
    }

    @Test
    void tooLittleIsSaidAndWhatDoesNotMatterToPeopleIsNotTried() {
        Audience audience = new Audience(6, 40, folder);
        audience.recommendations.configurations().activate(FORMULA);
        audience.round(true);
        audience.pass(Duration.ofHours(25));
        assertThat(audience.contest().rankers().isDue()).isFalse();
        assertThat(audience.contest().rankers().learn().ranker()).isEmpty();
        assertThat(audience.contest().rankers().learn().note()).startsWith("Too little to learn from: ")
                .contains("100 and 10 are needed");
        assertThat(audience.contest().evaluations().evaluate().orders()).isEmpty();
        assertThat(audience.contest().evaluations().evaluate().says()).startsWith("Too few lists to tell");

        Audience careless = new Audience(7, 50, folder.resolve("careless"));
        careless.recommendations.configurations().activate(FORMULA);
        for (int i = 0; i < 4; i++) {
            careless.round(false);
        }
        careless.pass(Duration.ofHours(25));
        LearntRanker ranker = careless.contest().rankers().learn().ranker().orElseThrow();

        assertThat(ranker.wins()).as(ranker.toString()).isFalse();
        LearntRankers later = careless.contest().rankers();
        careless.pass(Duration.ofDays(20));
        assertThat(later.isDue()).as("nothing new").isFalse();
        careless.reactToOne(List.of(Reaction.SHOWN));
        careless.pass(Duration.ofHours(25));
        assertThat(later.isDue()).as("nothing new that counts").isFalse();
        careless.reactToOne(List.of(Reaction.HIDDEN));
        assertThat(later.isDue()).as("its list is young").isFalse();
        careless.pass(Duration.ofHours(25));
        assertThat(later.isDue()).isTrue();
        later.learn();
        assertThat(later.list()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(ranker.id());
            assertThat(one.trainedAt()).isEqualTo(careless.now());
        });
        assertThat(careless.contest().rankers().isDue()).as("the same ranker came out").isFalse();
        assertThat(careless.contest().rankers().find(ranker.id())).isEmpty();
        assertThatThrownBy(() -> careless.recommendations.configurations()
                .add(Audience.drawn("learned", 1, 1, ranker.id(), 0.1), State.WAITING))
                .hasMessageContaining("did not order later lists better than the formula");
    }
}
