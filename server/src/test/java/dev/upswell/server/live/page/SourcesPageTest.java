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
        server = LocalSite.of(List.of(LivePagesConfiguration.class), InstantSource.fixed(NOON), SampleLive.at(NOON));
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String text() {
        return site.page("/sources").body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void quotasAreShownWithWhatIsPlannedAndWhyNothingIsAsked() {
        assertThat(text()).contains("3 subjects are watched at one source", "4,130 of 5,000 units",
                "asks for up to 6.2", "Rate limit exceeded", "no key");
        assertThat(site.page("/sources").body()).contains("width=\"83\"", "bad\">The watch list");
    }

    @Test
    void deadLettersTellWhatCameAndCanBeTakenUp() {
        assertThat(text()).contains("keyword:slow bread for beginners", "page 2, tried 3 times",
                "no answer of the contract", "no JSON object with data", "Take up again", "Drop");
    }
}
