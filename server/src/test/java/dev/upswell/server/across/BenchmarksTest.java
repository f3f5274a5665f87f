package dev.upswell.server.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.across.BenchmarkDocument.Figure;
import dev.upswell.server.across.BenchmarkDocument.Length;
import dev.upswell.server.across.Benchmarks.Made;
import dev.upswell.server.creative.PostedVideos;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Clients beside each other, by quarters: made at noon of 1 March 2026 first.
class BenchmarksTest {

    private static final Instant SPRING = PostedVideos.NOON.plus(Duration.ofDays(60));

    /// So many clients of one industry, with 24 videos each; the later the client, the higher its engagement.
    private static SearchedClients clients(int count) {
        var clients = new SearchedClients();
        for (int i = 0; i < count; i++) {
            add(clients, i);
        }
        return clients;
    }

    private static void add(SearchedClients clients, int number) {
        clients.hashtag("tag" + number, 24, 0, .03 + .01 * number).search("Client " + number, "tag" + number,
                "functional_drinks");
    }

    private static Length only(BenchmarkDocument document) {
        assertThat(document.lengths()).hasSize(1);
        return document.lengths().getFirst();
    }

    @Test
    void belowFiveClientsNothingIsTold() {
        SearchedClients clients = clients(4);
        Benchmarks benchmarks = clients.benchmarks(() -> PostedVideos.NOON);

        assertThat(benchmarks.make("ada")).isEqualTo(new Made(0, 0, 0, 1));

        Length length = only(benchmarks.of("Client 1"));
        assertThat(length.state()).isEqualTo("too_few");
        assertThat(length.clients()).isEqualTo(4);
        assertThat(length.figures()).allSatisfy(figure -> {
            assertThat(figure.own()).isNotNull();
            assertThat(Stream.of(figure.lower(), figure.median(), figure.upper(), figure.position()))
                    .containsOnlyNulls();
        });
    }

    @Test
    void anotherSpellingOfAClientIsNoOtherClient() {
        SearchedClients clients = clients(4);
        clients.hashtag("more", 24, 0, .05).search("client  3", "more", "functional_drinks").search("CLIENT 2", "tag2",
                "functional_drinks");
        Benchmarks benchmarks = clients.benchmarks(() -> PostedVideos.NOON);

        assertThat(benchmarks.make("ada")).isEqualTo(new Made(0, 0, 0, 1));
        assertThat(only(benchmarks.of("Client 3")).clients()).isEqualTo(4);
        assertThat(only(benchmarks.of("client  3")).videos()).as("of this name only").isEqualTo(24);
    }

    @Test
    void clientsWithTheSameHashtagsAreOne() {
        SearchedClients clients = clients(4).search("Another name", "tag3", "functional_drinks");
        Benchmarks benchmarks = clients.benchmarks(() -> PostedVideos.NOON);

        assertThat(benchmarks.make("ada")).isEqualTo(new Made(0, 0, 0, 1));
        assertThat(only(benchmarks.of("Another name")).clients()).isEqualTo(4);

        clients.hashtag("more", 24, 0, .05).search("Another name", "more");
        assertThat(benchmarks.make("ada")).as("one hashtag differs").isEqualTo(new Made(1, 0, 0, 0));
        assertThat(only(benchmarks.of("Another name")).videos()).isGreaterThan(24);
    }

    @Test
    void fromFiveOnEveryClientReadsTheSameQuartilesBesideItsOwnFigures() {
        SearchedClients clients = clients(5);
        Benchmarks benchmarks = clients.benchmarks(() -> PostedVideos.NOON);
        assertThat(only(benchmarks.of("Client 0")).state()).isEqualTo("not_made");

        assertThat(benchmarks.make("ada")).isEqualTo(new Made(1, 0, 0, 0));

        Length lowest = only(benchmarks.of("Client 0"));
        Length highest = only(benchmarks.of("Client 4"));
        assertThat(lowest.state()).isEqualTo("told");
        assertThat(lowest.atLeast()).isEqualTo(5);
        assertThat(lowest.clients()).isNull();
        assertThat(lowest.quarter()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(lowest.videos()).isEqualTo(24);
        Figure low = lowest.figures().getFirst();
        Figure high = highest.figures().getFirst();
        assertThat(low.measure()).isEqualTo("engagement");
        assertThat(low.position()).isEqualTo("low");
        assertThat(high.position()).isEqualTo("high");
        assertThat(low.own()).isNotEqualTo(high.own());
        assertThat(new Figure("", null, low.lower(), low.median(), low.upper(), null))
                .isEqualTo(new Figure("", null, high.lower(), high.median(), high.upper(), null));
    }

    @Test
    void anEditionStandsForItsQuarterAndUntilThreeClientsDiffer() {
        SearchedClients clients = clients(5);
        Benchmarks winter = clients.benchmarks(() -> PostedVideos.NOON);
        winter.make("ada");
        Figure first = only(winter.of("Client 0")).figures().getFirst();

        for (int i = 5; i < 7; i++) {
            add(clients, i);
        }
        assertThat(winter.make("ada")).as("in the same quarter").isEqualTo(new Made(0, 1, 0, 0));
        Benchmarks spring = clients.benchmarks(() -> SPRING);
        assertThat(spring.make("ada")).as("two came").isEqualTo(new Made(0, 0, 1, 0));
        assertThat(only(spring.of("Client 0")).figures().getFirst()).isEqualTo(first);
        add(clients, 7);
        assertThat(spring.make("ada")).as("three came").isEqualTo(new Made(1, 0, 0, 0));

        Length later = only(spring.of("Client 0"));
        assertThat(later.quarter()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(later.figures().getFirst().median()).isGreaterThan(first.median());
        assertThat(clients.benchmarks(() -> SPRING.plus(Duration.ofDays(100))).make("ada")).as("nothing changed")
                .isEqualTo(new Made(0, 1, 0, 0));
    }

    @Test
    void aClientThatWentIsStillInTheEditionThatWasMade() {
        SearchedClients clients = clients(5);
        Benchmarks benchmarks = clients.benchmarks(() -> PostedVideos.NOON);
        benchmarks.make("ada");
        Length before = only(benchmarks.of("Client 0"));

        clients.industries().place("Client 4", null, "ada");

        assertThat(only(benchmarks.of("Client 0"))).isEqualTo(before);
        assertThatThrownBy(() -> benchmarks.of("Client 4")).isInstanceOf(AcrossRefused.class)
                .hasMessageContaining("Nobody has said which industry Client 4 belongs to.");
    }

    @Test
    void clientsOfAnotherTenantAreNotAmongThem() {
        clients(5).benchmarks(() -> PostedVideos.NOON).make("ada");
        SearchedClients others = clients(1);

        assertThat(only(others.benchmarks(() -> PostedVideos.NOON).of("Client 0")).clients()).isEqualTo(1);
        assertThatThrownBy(() -> others.benchmarks(() -> PostedVideos.NOON).of("Client 1"))
                .hasMessageContaining("No hashtag was searched for the client \"Client 1\".");
    }
}
