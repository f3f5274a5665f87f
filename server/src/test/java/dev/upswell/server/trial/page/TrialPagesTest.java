package dev.upswell.server.trial.page;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.report.Press;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportSource;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.SampleDocuments;
import dev.upswell.server.report.pdf.PdfRendering;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.report.text.MarkdownRendering;
import dev.upswell.server.trial.TriedPatterns;
import dev.upswell.server.trial.rest.TrialRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The pages of trials and their REST, over one tenant; beside it one that tries nothing.
class TrialPagesTest {

    private static final String PATH = "/api/v1/trials";
    private static final String FEATURE = TriedPatterns.FEATURE.name();
    private static final String SAYS = "Show more than 0.5 elements a second on average over the whole video";
    private static final TriedPatterns TRIED = new TriedPatterns();
    private static final TriedPatterns NOTHING = new TriedPatterns();

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        server = site(TRIED);
        empty = site(NOTHING);
    }

    private static LocalSite site(TriedPatterns tried) {
        return LocalSite.of(List.of(TrialPagesConfiguration.class, TrialRestConfiguration.class),
                InstantSource.fixed(TriedPatterns.NOON), tried.trials, tried.advice, tried.formats);
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    @Test
    void aTrialIsBegunFilledShownAndEnded() {
        SiteClient site = server.client();
        JsonNode begun = json(site.postJson(PATH + "?name=Question+hook&feature=" + FEATURE + "&by=ada", ""), 201);
        String id = begun.at("/id").asString();
        assertThat(begun.at("/verdict").asString()).isEqualTo("not_enough_evidence");
        assertThat(begun.at("/expected/lift").asDouble()).isEqualTo(1.5);
        assertThat(text(site.page("/trials/" + id), 200)).contains("Question hook not enough evidence",
                "Nothing can be compared yet");

        JsonNode added = json(site.postJson(PATH + "/" + id
                + "/videos?video=young&arm=test&creator=eve&posted=2026-04-30T12:00:00Z", ""), 200);
        assertThat(added.at("/videos/0/engagement").asString()).isEqualTo("not_yet");
        assertThat(added.at("/videos/0/due").asString()).isEqualTo("2026-05-07T12:00:00Z");
        assertThat(added.at("/further/waiting").asInt()).isEqualTo(1);
        TRIED.pairs(id, 60, 1.6);

        JsonNode seen = json(site.json(PATH + "/" + id), 200);
        assertThat(seen.at("/verdict").asString()).isEqualTo("validated");
        assertThat(seen.at("/says").asString()).isEqualTo(SAYS);
        assertThat(seen.at("/feature").asString()).isEqualTo(FEATURE);
        assertThat(seen.at("/lift/low").asDouble()).isGreaterThan(1.1);
        assertThat(seen.at("/weight/weight").asDouble()).isEqualTo(2);
        assertThat(seen.at("/pairing").asInt()).isEqualTo(60);
        assertThat(json(site.json(PATH), 200).at("/items").findValuesAsString("id")).contains(id);
        assertThat(text(site.page("/trials/" + id), 200)).contains("Question hook validated",
                SAYS + " (videos of ", FEATURE + " &gt; 0.5",
                "The pattern held: ask for it.", "1.60 times (1.", "@eve", "not known");
        assertThat(text(site.page("/trials"), 200)).contains("Question hook", SAYS,
                "60 + 60, 1 waiting");

        assertThat(site.post("/trials/" + id + "/end", site.origin(), "").statusCode()).isEqualTo(302);
        assertThat(text(site.page("/trials/" + id), 200)).contains("its verdict stays").doesNotContain("Add a video");
        assertThat(json(site.postJson(PATH + "/" + id + "/end", ""), 409).at("/detail").asString())
                .contains("The trial Question hook has ended.");
    }

    @Test
    void threeAgainstTwoIsToldToBeTooFew() {
        SiteClient site = server.client();
        HttpResponse<String> begun = site.post("/trials", site.origin(), "name=Few&feature=" + FEATURE
                + "&side=above&threshold=0.5&bucket=up_to_30&lift=&by=ada");
        assertThat(begun.statusCode()).isEqualTo(302);
        String page = begun.headers().firstValue("Location").orElseThrow().replace(site.origin(), "");
        double[] rates = {0.05, 0.031, 0.08, 0.06, 0.028};
        for (int i = 0; i < rates.length; i++) {
            assertThat(site.post(page + "/videos", site.origin(), "video=f" + i + "&arm=" + (i < 3 ? "test" : "control")
                    + "&creator=m" + i + "&posted=2026-04-01T12:00:00Z&rate=" + rates[i] + "&made=&by=ada")
                    .statusCode())
                    .isEqualTo(302);
        }

        assertThat(text(site.page(page), 200)).contains("Few not enough evidence")
                .containsPattern("Not enough evidence: [12]\\d\\d more videos, where new creators make one of each");
    }

    @Test
    void adviceAndFormatsAreToldAndShown() {
        SiteClient site = server.client();
        json(site.postJson(
                PATH + "/advice?video=a1&creator=ann&posted=2026-04-01T00:00:00Z&given=4&implemented=4&rate=0.08", ""),
                200);
        JsonNode seen = json(site.postJson(
                PATH + "/advice?video=b1&creator=bob&posted=2026-04-01T00:00:00Z&given=4&implemented=1&rate=0.02", ""),
                200);
        assertThat(seen.at("/creators/0/quadrant").asString()).isEqualTo("follows_and_engages");
        assertThat(seen.at("/creators/1/quadrant").asString()).isEqualTo("neither");
        assertThat(text(site.page("/trials/advice"), 200)).contains("Follow and engage: 1", "Neither: 1",
                "No creator has videos yet that differ");
        assertThat(json(
                site.postJson(PATH + "/advice?video=c&creator=x&posted=2026-04-01T00:00:00Z&given=1&implemented=2", ""),
                422)
                .at("/detail").asString()).contains("advice (2 of 1 implemented)");

        assertThat(site.post("/trials/formats", site.origin(),
                "format=recipe&creator=ann&adopted=yes&accuracy=0.9&hours=1.5&comprehension=&lift=&repeated=&by=ada")
                .statusCode()).isEqualTo(302);
        JsonNode formats = json(site.json(PATH + "/formats"), 200);
        assertThat(formats.at("/formats")).hasSize(5);
        assertThat(formats.at("/shares/recipe").asDouble()).isEqualTo(0.2);
        assertThat(text(site.page("/trials/formats"), 200)).contains("Recipe 1 given undecided 24 more uses decide",
                "20 %");
        assertThat(json(site.postJson(PATH + "/formats?format=recipe&creator=x&accuracy=0.9", ""), 422).at("/detail")
                .asString()).contains("that was not tried must have no accuracy");
    }

    @Test
    void reportsOfTheTestAreListedAndToldOfOnce() {
        var press = new Press(new PdfRendering(), new HtmlRendering(), new MarkdownRendering());
        String id = new Reports(TRIED.tenant, TRIED.database, TRIED::now,
                () -> List.of(new ReportKind("brief", "Brief", "For a test.", List.of(),
                        said -> new ReportSource.Output(List.of(SampleDocuments.client()), null,
                                new ReportSource.Given("element", "eva")))),
                press).make("brief", Map.of(), "ada").getFirst().shortId();
        SiteClient site = server.client();

        assertThat(text(site.page("/trials/formats"), 200)).contains("Element, for @eva", "not told yet", id + " @eva");
        assertThat(site.post("/trials/formats", site.origin(), "report=" + id
                + "&format=recipe&creator=&adopted=yes&accuracy=0.9&hours=&comprehension=&lift=&repeated=&by=ada")
                .statusCode()).isEqualTo(302);

        JsonNode formats = json(site.json(PATH + "/formats"), 200);
        assertThat(formats.at("/reports/0/creator").asString()).isEqualTo("eva");
        assertThat(formats.at("/reports/0/told").asBoolean()).isTrue();
        assertThat(text(site.page("/trials/formats"), 200)).contains("Element 1 given");
        assertThat(json(site.postJson(PATH + "/formats?report=" + id + "&adopted=yes", ""), 409).at("/detail")
                .asString()).contains("was told already");
    }

    @Test
    void emptyPagesSayWhatToDoAndNonsenseIsRefused() {
        SiteClient site = empty.client();
        assertThat(text(site.page("/trials"), 200)).contains("No pattern is tried yet");
        assertThat(text(site.page("/trials/advice"), 200)).contains("Nothing is told of advice yet");
        assertThat(text(site.page("/trials/formats"), 200)).contains("0 given",
                "No report was made for the test yet.");
        assertThat(json(site.postJson(PATH + "/formats?report=abcd&adopted=yes", ""), 404).at("/detail").asString())
                .contains("No report abcd was made for a test of formats.");
        assertThat(text(site.page("/trials/nonsense"), 404)).contains("There is no trial nonsense.");
        assertThat(json(site.postJson(PATH + "?name=x&feature=views", ""), 422).at("/detail").asString())
                .contains("There is no creative choice called views.");
        assertThat(json(site.postJson(PATH + "?name=x&feature=" + FEATURE + "&threshold=much", ""), 422).at("/detail")
                .asString()).contains("threshold (much) is not a number.");
        assertThat(json(site.postJson(PATH + "?name=x&feature=" + FEATURE + "&side=left", ""), 400).toString())
                .contains("side");
    }
}
