package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.across.ClientBenchmark.Dominated;
import dev.upswell.across.ClientBenchmark.Position;
import dev.upswell.across.ClientBenchmark.Quartiles;
import dev.upswell.across.ClientBenchmark.Told;
import dev.upswell.across.ClientBenchmark.TooFew;
import dev.upswell.across.ClientFigures.Measure;
import dev.upswell.across.ClientFigures.OfHashtag;
import dev.upswell.creative.DurationBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What clients may learn of each other.
class ClientBenchmarkTest {

    private static final DurationBucket BUCKET = DurationBucket.UP_TO_30;

    @Test
    void hashtagsOfAClientAreOne() {
        List<ClientFigures> figures = ClientFigures.of("c",
                List.of(new OfHashtag(BUCKET, 30, 0.04, 0.5, 0.8), new OfHashtag(BUCKET, 10, 0.08, 0.1, null),
                        new OfHashtag(DurationBucket.UP_TO_60, 40, 0.02, 0.3, null)));

        assertThat(figures).hasSize(2).first().satisfies(one -> {
            assertThat(one.videos()).isEqualTo(40);
            assertThat(one.values().get(Measure.ENGAGEMENT)).isEqualTo(0.05, within(1e-12));
            assertThat(one.values().get(Measure.POSTED)).isEqualTo(0.5);
            assertThat(one.values().get(Measure.MIX)).isEqualTo(0.4, within(1e-12));
            assertThat(one.values().get(Measure.CONSISTENCY)).isEqualTo(0.8, within(1e-12));
        });
        assertThat(figures.getLast().values()).doesNotContainKey(Measure.CONSISTENCY);
    }

    @Test
    void fewerThanFiveClientsAreNotTold() {
        assertThat(ClientBenchmark.of(clients(4))).isEqualTo(new TooFew(4));
        assertThat(ClientBenchmark.of(clients(5))).isInstanceOf(Told.class);
    }

    @Test
    void clientsWithFewVideosDoNotCount() {
        List<ClientFigures> five = new ArrayList<>(clients(4));
        five.add(client("small", 19, 0.05));

        assertThat(ClientBenchmark.of(five)).isEqualTo(new TooFew(4));
    }

    @Test
    void whatOneClientDominatesIsNotTold() {
        List<ClientFigures> six = new ArrayList<>(clients(5));
        six.add(client("large", 151, 0.05));

        assertThat(ClientBenchmark.of(six)).isEqualTo(new Dominated(6));
    }

    @Test
    void noFigureIsThatOfOneClient() {
        List<ClientFigures> five = IntStream.of(10, 40, 50, 60, 90).mapToObj(i -> client("c" + i, 30, i / 1000.0))
                .toList();

        Quartiles told = told(five).quartiles().get(Measure.ENGAGEMENT);

        // plain quartiles would be the second, the third and the fourth client
        assertThat(told).isEqualTo(new Quartiles(0.029, 0.05, 0.071));
        for (int i = 0; i < 5; i++) {
            List<ClientFigures> other = new ArrayList<>(five);
            other.set(i, client("c", 30, 0.3));
            assertThat(told(other).quartiles().get(Measure.ENGAGEMENT)).isNotEqualTo(told);
        }
    }

    @Test
    void theNumberOfClientsIsToldAsAStep() {
        assertThat(told(clients(9)).atLeast()).isEqualTo(5);
        assertThat(told(clients(10)).atLeast()).isEqualTo(10);
        assertThat(told(clients(49)).atLeast()).isEqualTo(20);
        assertThat(told(clients(50)).atLeast()).isEqualTo(50);
    }

    @Test
    void measuresThatFewClientsHaveAreLeftOut() {
        assertThat(told(clients(5)).quartiles()).containsOnlyKeys(Measure.ENGAGEMENT);
    }

    @Test
    void anEditionFollowsOnlyWhenThreeClientsDiffer() {
        List<ClientFigures> former = clients(6);

        assertThat(ClientBenchmark.mayFollow(former, clients(6))).isTrue();
        assertThat(ClientBenchmark.mayFollow(former, clients(7))).as("one came").isFalse();
        assertThat(ClientBenchmark.mayFollow(former, clients(4))).as("two went").isFalse();
        assertThat(ClientBenchmark.mayFollow(former, clients(9))).as("three came").isTrue();
        List<ClientFigures> changed = new ArrayList<>(former);
        changed.set(0, client("c0", 31, 0.05));
        changed.set(1, client("c1", 31, 0.05));
        assertThat(ClientBenchmark.mayFollow(former, changed)).as("two have other figures").isFalse();
        changed.set(2, client("other", 31, 0.05));
        assertThat(ClientBenchmark.mayFollow(former, changed)).as("one went and one came besides").isTrue();
    }

    @Test
    void anotherSpellingIsNoDifferenceAndASecondOneIsOneDifference() {
        List<ClientFigures> former = clients(5);
        List<ClientFigures> spelled = new ArrayList<>(former);
        spelled.set(0, client(" C0\u00a0", 30, 0.04));
        assertThat(spelled).isEqualTo(former);
        assertThat(ClientFigures.folded("\tAcme \u00a0 Tea ")).isEqualTo("acme tea");

        List<ClientFigures> twice = new ArrayList<>(former);
        twice.add(client("C0 ", 40, 0.05));
        assertThat(ClientBenchmark.mayFollow(twice, former)).isFalse();
        assertThat(ClientBenchmark.mayFollow(twice, clients(7))).as("two came besides").isTrue();
    }

    @Test
    void aFigureLiesBelowBetweenOrAboveTheQuartiles() {
        Quartiles quartiles = new Quartiles(0.03, 0.05, 0.07);

        assertThat(quartiles.position(0.0299)).isEqualTo(Position.LOW);
        assertThat(quartiles.position(0.03)).isEqualTo(Position.MIDDLE);
        assertThat(quartiles.position(0.07)).isEqualTo(Position.MIDDLE);
        assertThat(quartiles.position(0.0701)).isEqualTo(Position.HIGH);
    }

    private static Told told(List<ClientFigures> clients) {
        assertThat(ClientBenchmark.of(clients)).isInstanceOf(Told.class);
        return (Told) ClientBenchmark.of(clients);
    }

    private static List<ClientFigures> clients(int count) {
        return IntStream.range(0, count).mapToObj(i -> client("c" + i, 30, 0.04 + i * 0.001)).toList();
    }

    private static ClientFigures client(String name, int videos, double engagement) {
        return new ClientFigures(name, BUCKET, videos, Map.of(Measure.ENGAGEMENT, engagement));
    }
}
