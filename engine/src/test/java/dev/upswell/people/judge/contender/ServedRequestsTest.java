package dev.upswell.people.judge.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import dev.upswell.ranking.OffPolicyValue.Logged;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ServedRequestsTest {

    private static final ServedRequests REQUESTS = ServedRequests.of(PeopleWorld.of(PeopleSettings.small(), 5), 4);

    @Test
    void weightsOfBothConfigurationsAreOnAverageOne() {
        for (int configuration = 0; configuration < 2; configuration++) {
            int of = configuration;
            double mean = LongStream.range(0, 20).mapToObj(REQUESTS::dealt)
                    .flatMap(logs -> logs.get(of).stream()).mapToDouble(Logged::weight).average().orElseThrow();

            assertThat(mean).isCloseTo(1, within(0.06));
        }
    }

    @Test
    void aSlateThatOneOfBothCannotDrawTellsNothingOfIt() {
        List<List<Logged>> logs = REQUESTS.dealt(3);

        assertThat(logs.get(0)).hasSize(REQUESTS.size()).hasSizeGreaterThan(50);
        for (int i = 0; i < REQUESTS.size(); i++) {
            assertThat(logs.get(0).get(i).weight() + logs.get(1).get(i).weight()).isCloseTo(2, within(1e-9));
            assertThat(logs.get(0).get(i).reward()).isEqualTo(logs.get(1).get(i).reward());
        }
    }

    @Test
    void theSameLifeIsTheSameAndAnotherIsNot() {
        assertThat(REQUESTS.alone(1, 7)).usingRecursiveComparison().isEqualTo(REQUESTS.alone(1, 7));
        assertThat(REQUESTS.alone(1, 7).stream().mapToDouble(Logged::reward).sum())
                .isNotEqualTo(REQUESTS.alone(1, 8).stream().mapToDouble(Logged::reward).sum());
    }
}
