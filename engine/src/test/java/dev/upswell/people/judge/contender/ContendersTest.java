package dev.upswell.people.judge.contender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Measure;
import dev.upswell.people.judge.RecommendJudge;
import dev.upswell.people.judge.Recommender;
import dev.upswell.people.judge.Verdict;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ContendersTest {

    private static final RecommendJudge JUDGE = new RecommendJudge(TinyWorld.WORLD, () -> 0);

    @Test
    void eachIsJudgedUnderItsOwnNameBySomethingOfWhatCanBeHad() {
        List<Verdict> found = JUDGE.judge(Contenders.all(), 2).known();

        assertThat(found).extracting(Verdict::name).doesNotHaveDuplicates()
                .isEqualTo(Contenders.all().stream().map(Recommender::name).toList());
        assertThat(found).allSatisfy(verdict -> assertThat(verdict.of(Measure.NDCG_10).mean().orElseThrow().value())
                .isBetween(0.02, 0.98));
    }

    @Test
    void nothingThatWasAskedForLaterChangesAnEarlierList() {
        Questions questions = Questions.of(JUDGE, 4);
        List<Asked> forwards = questions.asked();

        List<List<List<Integer>>> one = lists(questions, forwards);
        List<List<List<Integer>>> other = lists(questions, forwards.reversed());

        assertThat(one).allSatisfy(lists -> assertThat(lists).hasSizeGreaterThan(15)
                .filteredOn(list -> !list.isEmpty()).hasSizeGreaterThan(10));
        assertThat(other.stream().map(List::reversed).toList()).isEqualTo(one);
    }

    /// What each makes of these questions, having been told the same.
    private static List<List<List<Integer>>> lists(Questions told, List<Asked> questions) {
        return Contenders.all().stream().map(recommender -> {
            recommender.learn(told.beginning());
            return questions.stream().map(recommender::order).toList();
        }).toList();
    }
}
