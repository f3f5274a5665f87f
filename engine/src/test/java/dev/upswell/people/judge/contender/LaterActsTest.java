package dev.upswell.people.judge.contender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.people.Life;
import dev.upswell.people.Occasion;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.Recommender;
import dev.upswell.people.judge.Retold;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LaterActsTest {

    private static final PeopleWorld WORLD = TinyWorld.WORLD;
    private static final List<List<Life.Action>> LOGS = IntStream.range(0, WORLD.people().size())
            .mapToObj(person -> WORLD.life(person).actions()).toList();
    private static final Occasion OCCASION = WORLD.life(0).occasions().get(2);
    private static final long DAY = 86_400;

    @Test
    void whatPeopleDoLaterChangesNoList() {
        assertThat(lists(Contenders.all(), until(OCCASION.at()))).isEqualTo(lists(Contenders.all(), LOGS))
                .doesNotContain(List.of());
    }

    @Test
    void whatPeopleDidBeforeChangesAList() {
        assertThat(lists(List.of(ByInteractions.itemNeighbours()), until(OCCASION.at() - 5 * DAY)))
                .isNotEqualTo(lists(List.of(ByInteractions.itemNeighbours()), LOGS));
    }

    private static List<List<Life.Action>> until(long at) {
        return LOGS.stream().map(log -> log.stream().filter(action -> action.at() < at).toList()).toList();
    }

    private static List<List<Integer>> lists(List<Recommender> recommenders, List<List<Life.Action>> logs) {
        var retold = new Retold(WORLD, logs);
        Known beginning = retold.beginning();
        return recommenders.stream().map(recommender -> {
            recommender.learn(beginning);
            return recommender.order(retold.asked(OCCASION));
        }).toList();
    }
}
