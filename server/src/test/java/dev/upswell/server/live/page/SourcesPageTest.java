package dev.upswell.server.live.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourcesPageTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:20:00Z");

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(LivePagesConfiguration.class), InstantSource.fixed(NOON), SampleLive.at(NOON),
                SampleLive.replays(NOON));
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String text() {
        return text("/sources");
    }

    private static String text(String path) {
        return site.page(path).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void quotasAreShownWithWhatIsPlannedAndWhyNothingIsAsked() {
        assertThat(text()).contains("3 subjects are watched at one source", "4,130 of 5,000 units",
                "Planned for a whole day: about 5.0\u00a0K units", "Rate limit exceeded", "no key");
        assertThat(site.page("/sources").body()).contains("width=\"83\"");
    }

    @Test
    void spendingIsForetoldBesideTheLimitAndInMoney() {
        assertThat(text()).contains("Today 4,130 units so far, about 4.9\u00a0K by midnight UTC",
                "This month 61,000 units so far", "109.68 EUR",
                "your ceiling", "Collect now");
        assertThat(site.page("/sources").body()).contains("class=\"limit\"", "class=\"ahead\"", "value=\"5000\"");
    }

    @Test
    void watchListsTellHowOftenAndWhyAndWhatIsGivenUp() {
        assertThat(text("/sources/watches")).contains("3 subjects are watched, one is not visited at present",
                "because what may be spent had changed", "One subject is no longer visited",
                "creator:some.one: not since", "other subjects add more for what it costs", "as pinned", "Competitors",
                "surges with a chance of 12");
    }

    @Test
    void deadLettersTellWhatCameAndCanBeTakenUp() {
        assertThat(text()).contains("keyword:slow bread for beginners", "page 2, tried 3 times",
                "no answer of the contract", "no JSON object with data", "Take up again", "Drop", "Take it up again",
                "Raw answers, read again",
                "140 answers read, 12 items stored, 3 left, 0 unreadable", "open");
    }
}
