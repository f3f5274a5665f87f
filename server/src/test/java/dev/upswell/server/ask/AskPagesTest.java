package dev.upswell.server.ask;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.ask.Question;
import dev.upswell.server.ask.answer.AskServices;
import dev.upswell.server.ask.page.AskPagesConfiguration;
import dev.upswell.server.ask.rest.AskRestConfiguration;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.derive.LakeInputs;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A tenant with two hashtags and a sound of the same name as one of them.
class AskPagesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String API = "/api/v1/ask";

    private static LocalSite server;
    private static TenantId tenant;

    @BeforeAll
    static void start() {
        Database database = TestDatabase.shared();
        tenant = TestDatabase.newTenant();
        InstantSource noon = InstantSource.fixed(NOON);
        for (String entity : List.of("hashtag,glow,glow", "hashtag,senja,senja", "sound,71,Senja")) {
            String[] parts = entity.split(",");
            database.transactions().run(tenant, db -> db
                    .sql("insert into entity (kind, entity_id, name, first_observed_at, last_observed_at) values (?, ?, ?, ?, ?)")
                    .params(parts[0], parts[1], parts[2], RowTime.utc(NOON.minusSeconds(7200)),
                            RowTime.utc(NOON.minusSeconds(3600)))
                    .update());
        }
        var viewings = new ViewingRepository(tenant, database);
        var services = new AskServices(tenant, noon, new FigureRepository(tenant, database),
                new OwnAccountRepository(tenant, database),
                new TrendQuery(database, Expectations.NONE), new EntityQuery(database, Expectations.NONE),
                new VideoScores(tenant, database, viewings, new NextSteps(tenant, database, noon)),
                new Scorecards(tenant, database, new LakeInputs(tenant, database, viewings), noon),
                new Pseudonyms(tenant, false), new PatternRuns(tenant, database, noon));
        server = LocalSite.of(List.of(AskPagesConfiguration.class, AskRestConfiguration.class), noon,
                new Asking(tenant, database, noon, services.answerings(), AskPagesTest::mapped));
    }

    /// What a model would put so: a question about growth that the rules read, and false ones.
    private static Optional<Mapper.Said> mapped(Question question, List<String> examples) {
        assertThat(examples).contains("how_many: How many hashtags do we watch?");
        return Optional.of(new Mapper.Said(switch (question.text()) {
            case "Tell me the tally of hashtags", "Tell me not the tally of hashtags" ->
                List.of("how_many", "How many hashtags do we watch?");
            case "Tell me the tally of everything" -> List.of("teleport", "How many hashtags do we watch?");
            case "Tally #glow please now" -> List.of("movement", "Is #senja growing?");
            case "Tally of sounds" -> List.of("how_many", "How many hashtags do we watch?");
            case "Tally the hashtags of 2019" -> List.of("how_many", "How many hashtags do we watch?");
            case "Tally the hashtags today" -> List.of("how_many", "How many hashtags do we watch?");
            default -> List.of("none");
        }, "stand-in"));
    }

    @Test
    void whatNoRuleReadsIsAnsweredAsAModelPutsItAndThatIsSaid() {
        assertThat(page("Tell me the tally of hashtags")).contains("2 hashtags are stored",
                "Put into words that can be read by stand-in:", "How many hashtags do we watch?");
        JsonNode answer = ask(server.client(), "question=Tell+me+the+tally+of+hashtags");
        assertThat(answer.at("/readBy/model").asString()).isEqualTo("stand-in");
        assertThat(answer.at("/readBy/question").asString()).isEqualTo("How many hashtags do we watch?");
        assertThat(answer.at("/writtenBy").asString()).isEqualTo("template");
        assertThat(ask(server.client(), "question=How+many+hashtags+do+we+watch%3F").has("readBy")).isFalse();
        List<String> kept = TestDatabase.shared().transactions().call(tenant,
                db -> db.sql("select distinct read_by from asked where question = 'Tell me the tally of hashtags'")
                        .query(String.class).list());
        assertThat(kept).containsExactly("stand-in");
    }

    @Test
    void aModelsWordsDoNotCountWhereTheyNameAnotherIntentThingKindNumberOrTime() {
        for (String question : List.of("Tell me the tally of everything", "Tally #glow please now", "Tally of sounds",
                "Tally the hashtags of 2019", "Tally the hashtags today", "Tally nothing at all",
                "Tell me not the tally of hashtags")) {
            JsonNode answer = ask(server.client(),
                    "question=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
            assertThat(answer.at("/answered").asBoolean()).as(question).isFalse();
            assertThat(answer.has("readBy")).as(question).isFalse();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String question) {
        return html("/ask?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    }

    private static String html(String address) {
        HttpResponse<String> answer = server.client().page(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode ask(SiteClient site, String parameters) {
        return json(site.send("POST", API + "?" + parameters, "text/plain", ""), 200);
    }

    @Test
    void theEmptyPageShowsWhatCanBeAskedInBothLanguages() {
        assertThat(html("/ask")).contains("Which hashtags are rising now?",
                "Kapan waktu terbaik untuk mengunggah?", "/ask?q=Which").doesNotContain("Did this help?");
    }

    @Test
    void anAnswerStandsWithItsNumbersItsLinksAndHowItWasRead() {
        assertThat(page("How many hashtags do we watch?")).contains(
                "2 hashtags are stored that were read by 2 March 2026, 11:00 UTC.",
                "Read as: how many there are: hashtags", "Written by a template", "href=\"/trends?kind=hashtag\"",
                "number watched",
                "Did this help?");
        assertThat(page("Ada berapa tagar yang dipantau?")).contains("lang=\"id\"", "Ada 2 tagar tersimpan");
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndScriptsInItAreText() {
        assertThat(page("Which hashtags rise in <script>alert(1)</script>?"))
                .contains("I don&#39;t know: these words are not understood:")
                .doesNotContain("<script>alert");
        assertThat(page("Why is Senja rising?")).contains("Which one is meant?", "href=\"/entities/hashtag/senja\"",
                "href=\"/entities/sound/71\"");
    }

    @Test
    void programsAskAndSayWhetherItHelped() {
        SiteClient site = server.client();

        JsonNode answer = ask(site, "question=How+many+hashtags+do+we+watch%3F");
        assertThat(answer.at("/answered").asBoolean()).isTrue();
        assertThat(answer.at("/intent").asString()).isEqualTo("how_many");
        assertThat(answer.at("/writtenBy").asString()).isEqualTo("template");
        assertThat(answer.at("/facts/0/value").asInt()).isEqualTo(2);
        assertThat(ask(site, "question=Why+is+it+rising%3F&about=hashtag/glow&language=en").at("/whyNot").asString())
                .isEqualTo("none_value");
        assertThat(json(
                site.send("POST", API + "/" + answer.at("/id").asString() + "/helped?helped=true", "text/plain", ""),
                200)
                .at("/helped").asBoolean()).isTrue();
        assertThat(site.send("POST", API + "/nothing/helped", "text/plain", "").statusCode()).isEqualTo(404);
        assertThat(site.send("POST", API + "?question=Why&language=xx", "text/plain", "").statusCode()).isEqualTo(422);
        assertThat(site.send("POST", API + "?question=Why&about=hashtag/none", "text/plain", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void peopleSayWhetherItHelped() {
        SiteClient site = server.client();
        String id = ask(site, "question=How+many+hashtags+do+we+watch%3F").at("/id").asString();

        assertThat(site.post("/ask/" + id + "/helped", site.origin(), "helped=true").headers().firstValue("location")
                .orElseThrow())
                .endsWith("/ask?thanks=true");
        assertThat(text(site.page("/ask?thanks=true"), 200)).contains("Thank you, that is noted.");
    }
}
