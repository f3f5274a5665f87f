package dev.upswell.people.judge.contender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.ByScore;
import dev.upswell.people.judge.Measure;
import dev.upswell.people.judge.RecommendJudge;
import dev.upswell.people.judge.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByInteractionsTest {

    @Test
    void baselinesAreAboveTheNewestAndDifferByPerson() {
        PeopleWorld world = PeopleWorld.of(PeopleSettings.small(), 5);
        List<Verdict> found = new RecommendJudge(world, () -> 0).judge(List.of(ByScore.newest(),
                ByInteractions.popularity(), ByInteractions.itemNeighbours(), ByInteractions.implicitFactors()), 2)
                .known();

        assertThat(found.stream().map(Verdict::name)).containsExactly("the newest", "popularity: acts",
                "item neighbours", "matrix factorisation");
        assertThat(found.subList(1, 4)).allSatisfy(
                verdict -> assertThat(value(verdict)).isGreaterThan(1.2 * value(found.getFirst())));
        assertThat(found.get(1).coverage().share()).isLessThan(found.get(3).coverage().share() / 2);
    }

    private static double value(Verdict verdict) {
        return verdict.of(Measure.NDCG_10).mean().orElseThrow().value();
    }
}
