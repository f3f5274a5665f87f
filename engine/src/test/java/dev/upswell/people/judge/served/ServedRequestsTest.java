package dev.upswell.people.judge.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import dev.upswell.ranking.OffPolicyValue;
import dev.upswell.ranking.OffPolicyValue.Logged;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ServedRequestsTest {

    private static final ServedRequests REQUESTS = ServedRequests.of(PeopleWorld.of(PeopleSettings.small(), 5), 4);

    @Test
    void weightsOfBothConfigurationsAreOnAverageOne() {
        for (ServedBy one : List.of(ServedBy.FORMULA, ServedBy.VARIED_RANKER)) {
            List<List<List<Logged>>> lives = LongStream.range(0, 20)
                    .mapToObj(life -> REQUESTS.dealt(one, ServedBy.RANKER, life)).toList();
            for (int of = 0; of < 2; of++) {
                int which = of;
                assertThat(lives.stream().flatMap(logs -> logs.get(which).stream()).mapToDouble(Logged::weight)
                        .average().orElseThrow()).isCloseTo(1, within(0.06));
            }
        }
    }

    @Test
    void whatAListSaysOfOneItDoesNotSayOfTheOther() {
        List<List<Logged>> logs = REQUESTS.dealt(ServedBy.FORMULA, ServedBy.RANKER, 3);

        assertThat(logs.getFirst()).hasSize(REQUESTS.size()).hasSizeGreaterThan(50);
        for (int i = 0; i < REQUESTS.size(); i++) {
            Logged one = logs.getFirst().get(i);
            Logged other = logs.getLast().get(i);
            assertThat(one.weight() + other.weight()).isCloseTo(2, within(1e-9));
            assertThat(one.reward()).isEqualTo(other.reward());
            assertThat(one.person()).isEqualTo(other.person());
        }
    }

    @Test
    void aConfigurationBesideItselfIsWorthWhatItIsAlone() {
        List<Logged> halves = LongStream.range(0, 20)
                .mapToObj(life -> REQUESTS.dealt(ServedBy.RANKER, ServedBy.RANKER, life).getFirst())
                .flatMap(List::stream).toList();
        List<Logged> alone = LongStream.range(0, 20).mapToObj(life -> REQUESTS.alone(ServedBy.RANKER, life))
                .flatMap(List::stream).toList();
        OffPolicyValue value = OffPolicyValue.of(halves, 1).orElseThrow();

        assertThat(halves).allSatisfy(logged -> assertThat(logged.weight()).isEqualTo(1));
        assertThat(alone.stream().mapToDouble(Logged::reward).average().orElseThrow())
                .isBetween(value.low(), value.high());
    }

    @Test
    void drawnPeopleAreAsManyAndNotTheSame() {
        List<Logged> drawn = REQUESTS.dealtToDrawn(ServedBy.FORMULA, ServedBy.RANKER, 3).getFirst();

        assertThat(drawn.stream().mapToInt(Logged::person).distinct().count()).isEqualTo(REQUESTS.people());
        assertThat(rewards(drawn))
                .isNotEqualTo(rewards(REQUESTS.dealt(ServedBy.FORMULA, ServedBy.RANKER, 3).getFirst()));
    }

    @Test
    void theSameLifeIsTheSameAndAnotherIsNot() {
        assertThat(rewards(REQUESTS.alone(ServedBy.RANKER, 7))).isEqualTo(rewards(REQUESTS.alone(ServedBy.RANKER, 7)))
                .isNotEqualTo(rewards(REQUESTS.alone(ServedBy.RANKER, 8)));
    }

    private static List<Double> rewards(List<Logged> logs) {
        return logs.stream().map(Logged::reward).toList();
    }
}
