package dev.upswell.server.weakness;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.registry.Tasks;
import dev.upswell.server.weakness.page.WeaknessPagesConfiguration;
import dev.upswell.server.weakness.rest.WeaknessRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Wordings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ErrorsPageTest {

    private static final String API = "/api/v1/evaluations/errors";
    private static final JudgedWorld WORLD = new JudgedWorld();
    private static final Wordings WORDINGS = WORLD.templates();

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        WORLD.fortnight(LocalDate.of(2025, 5, 5), 2.0);
        ErrorAnalyses analyses = WORLD.analyses(WORDINGS);
        analyses.run();
        WORLD.fortnight(LocalDate.of(2025, 5, 19), 2.0);
        analyses.run();
        InstantSource clock = InstantSource.fixed(Instant.parse("2025-09-15T12:00:00Z"));
        server = LocalSite.of(List.of(WeaknessPagesConfiguration.class, WeaknessRestConfiguration.class), clock,
                WORLD.tenant, analyses);
        JudgedWorld nothing = new JudgedWorld();
        empty = LocalSite.of(List.of(WeaknessPagesConfiguration.class, WeaknessRestConfiguration.class), clock,
                nothing.tenant, nothing.analyses(nothing.templates()));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    @Test
    void theSegmentStandsWithItsWordsIntervalAndNumbers() {
        String page = text(server.client().page("/models/errors"), 200);

        assertThat(page)
                .contains("Hashtags within 24 h: one segment is forecast worse", "source apify", "too low",
                        "By template",
                        "Forecasts of the segment", "were too low", "points", "entities", "forecasts",
                        "Segments of pending tasks", "still worse, or not sure that it is not", "Earlier fortnights")
                .doesNotContain("[f2]");
        assertThat(text(server.client().page("/models/errors?language=id"), 200))
                .contains("Untuk segmen", "sumber apify", "prakiraan terlalu rendah");
        assertThat(server.client().page("/models/errors?language=fr").statusCode()).isEqualTo(400);
    }

    @Test
    void programsReadTheFiguresAndAskForAnAnalysis() {
        JsonNode answer = json(server.client().json(API + "?limit=1"), 200);

        assertThat(answer.at("/total").asInt()).isEqualTo(2);
        JsonNode analysis = answer.at("/items/0");
        assertThat(analysis.at("/kind").asString()).isEqualTo("hashtag");
        assertThat(analysis.at("/to").asString()).isEqualTo("2025-06-02T00:00:00Z");
        JsonNode finding = analysis.at("/findings/0");
        assertThat(finding.at("/segment").asString()).isEqualTo("source=apify");
        assertThat(finding.at("/fault").asString()).isEqualTo("too-low");
        assertThat(finding.at("/confirmed/low").asDouble()).isPositive();
        assertThat(finding.at("/confirmed/difference").asDouble())
                .isBetween(finding.at("/confirmed/low").asDouble(), finding.at("/confirmed/high").asDouble());
        assertThat(finding.at("/texts/0/by").asString()).isEqualTo("TEMPLATE");
        assertThat(analysis.at("/followed/0/task").asString())
                .isEqualTo(new Tasks(WORLD.database).list(WORLD.tenant).getFirst().id().toString());
        assertThat(json(server.client().postJson(API, "{}"), 201).at("/findings").size()).isEqualTo(1);
        assertThat(json(server.client().postJson(API + "?kind=sound", "{}"), 404).at("/detail").asString())
                .contains("No day of the forecasts of sound/24h was judged yet.");
    }

    @Test
    void whatPeopleSayOfATextIsSeen() {
        Finding finding = WORLD.analyses(WORDINGS).list(JudgedWorld.TASK, 1, 0).getFirst().findings().getFirst();
        Finding.Text indonesian = finding.text("id").orElseThrow();
        WORDINGS.outputs().judge(indonesian.output(),
                new Outputs.Judged(Outputs.Word.EDIT, indonesian.sentences().getFirst(), false, null, null), "ana");

        assertThat(WORLD.analyses(WORDINGS).list(JudgedWorld.TASK, 1, 0).getFirst().findings().getFirst().text("id")
                .orElseThrow().sentences()).containsExactly(indonesian.sentences().getFirst());
        WORDINGS.outputs().judge(indonesian.output(),
                new Outputs.Judged(Outputs.Word.REJECT, null, false, null, null), "ana");
        assertThat(text(server.client().page("/models/errors?language=id"), 200)).contains(
                "A person rejected the text");
    }

    @Test
    void beforeTheFirstAnalysisThePageSaysHowToMakeOne() {
        assertThat(text(empty.client().page("/models/errors"), 200)).contains("No fortnight was analysed yet",
                "evaluate");
        assertThat(json(empty.client().json(API), 200).at("/total").asInt()).isZero();
    }
}
