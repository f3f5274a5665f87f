package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrativesCommandTest {

    private static final Terminal TERMINAL = new Terminal();
    private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");

    @TempDir
    static Path folder;

    @BeforeAll
    static void bringIn() throws IOException {
        assertThat(TERMINAL.run("narratives").out()).contains("There are no narratives yet.");
        var text = new StringBuilder("hashtag,observed_at,views\n");
        for (int hour = 0; hour <= 72; hour++) {
            text.append("steady,%s,%d\n".formatted(START.plus(Duration.ofHours(hour)), 50_000 + 100 * hour));
        }
        assertThat(TERMINAL.run("import", Files.writeString(folder.resolve("series.csv"), text).toString()).exitCode())
                .isZero();
        assertThat(TERMINAL.run("metrics").exitCode()).isZero();
        assertThat(TERMINAL.run("narratives", "make").out()).contains("narratives made, 0 of them by a model");
    }

    @Test
    void theyAreListedInTheFirstLanguageAndInTheOther() {
        assertThat(TERMINAL.run("narratives").out()).contains(
                "#steady (narrative, en, as of 2025-11-04T00:00:00Z, by template)",
                "- #steady gained 2,400 views in 24 hours [f1], steady against the day before [f2].");
        assertThat(TERMINAL.run("narratives", "list", "--language", "id").out())
                .contains(
                        "- #steady memperoleh 2.400 tayangan dalam 24 jam [f1], stabil dibanding hari sebelumnya [f2].");
        assertThat(TERMINAL.run("narratives", "list", "--kind", "poem").err())
                .contains("There is no kind of narrative poem.", "Use one of narrative, risk");
    }

    @Test
    void oneIsShownWithItsEvidence() {
        String id = TERMINAL.json("narratives", "list", "--entity", "hashtag/steady").json().at("/0/id").asString();

        assertThat(TERMINAL.run("narratives", "show", id).out()).contains("f1  #steady, views gained: 2400.0 views",
                "/metrics/hashtag/steady?window=24h");
        assertThat(TERMINAL.run("narratives", "show", "7").err()).contains("There is no narrative 7.");
    }

    @Test
    void thoseOfOneEntityAreMadeAnew() {
        assertThat(TERMINAL.json("narratives", "make", "hashtag/steady").json().at("/0/name").asString())
                .isEqualTo("#steady");
        assertThat(TERMINAL.run("narratives", "make", "hashtag/unheard").err())
                .contains("Nothing is known of hashtag/unheard.");
        assertThat(TERMINAL.run("agents", "run", "narratives").exitCode()).isZero();
    }
}
