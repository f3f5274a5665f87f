package dev.upswell.server.creative.page;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSettings;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.creative.PostedVideos;
import dev.upswell.server.creative.rest.PatternsRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The pattern library and its REST, over a hashtag with a strong choice; beside it a tenant without a video.
class PatternsPageTest {

    private static final String API = "/api/v1/patterns/runs";
    private static final PostedVideos POSTED = PostedVideos.of(120, 2.5);
    private static final PostedVideos NOTHING = new PostedVideos();

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        server = site(POSTED);
        empty = site(NOTHING);
    }

    private static LocalSite site(PostedVideos posted) {
        InstantSource clock = InstantSource.fixed(PostedVideos.NOON);
        return LocalSite.of(List.of(PatternPagesConfiguration.class, PatternsRestConfiguration.class), clock,
                posted.runs, posted.analyses, new PatternWorker(posted.runs, clock));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    private static JsonNode ended(SiteClient site, String id) {
        long start = System.nanoTime();
        JsonNode one = json(site.json(API + "/" + id), 200);
        while (one.at("/run/state").asString().equals("open") || json(site.json(API), 200).toString()
                .contains("\"running\":true")) {
            assertThat(System.nanoTime() - start).isLessThan(120_000_000_000L);
            Thread.onSpinWait();
            one = json(site.json(API + "/" + id), 200);
        }
        return one;
    }

    @Test
    void aSearchRunsInTheBackgroundAndItsPatternsAreShownWithTheirEvidence() {
        SiteClient site = server.client();
        JsonNode begun = json(site.postJson(API + "?client=Acme&hashtag=bali&by=ada", ""), 202);
        String id = begun.at("/id").asString();

        JsonNode done = ended(site, id);

        assertThat(done.at("/run/state").asString()).isEqualTo("done");
        assertThat(done.at("/run/confirmed").asInt()).isPositive();
        assertThat(done.at("/buckets/0/depth").asString()).isEqualTo("recommended");
        assertThat(done.at("/buckets/0/suitable").asInt()).isEqualTo(120);
        JsonNode pattern = done.at("/buckets/0/patterns/0");
        assertThat(pattern.at("/feature").asString()).isEqualTo("metadata_has_question");
        assertThat(pattern.at("/label").asString()).endsWith("_evidence");
        assertThat(pattern.at("/evidence/q").asDouble()).isLessThan(.05);
        assertThat(pattern.at("/evidence/effect/value").asDouble()).isPositive();
        assertThat(pattern.at("/holds/0").asString()).isEqualTo("0–15 s");
        assertThat(pattern.at("/examples")).isNotEmpty();
        assertThat(done.at("/buckets/0/models/4/name").asString()).isEqualTo("plain least squares");
        assertThat(done.at("/chosen/reasons/NOT_DRAWN").asInt()).isEqualTo(20);
        String page = text(site.page("/patterns/" + id), 200);
        assertThat(page).contains("#bali", "For Acme.", "confirmed, of", "evidence",
                "standard deviations of engagement (95 %", "of the top tenth", "4 models point at it", "Holds for",
                "video 1", "high priority", "enough videos",
                "No analyser looked at these videos, and nobody coded them.",
                "20 are neither among the best nor drawn from the rest", "the 50 best and 50 others", "Models",
                "for comparison, without a vote", "How many people follow the creators is not known.");
        assertThat(site.page("/patterns/" + id).body()).contains("/entities/video/73000");
        assertThat(text(site.page("/patterns"), 200)).contains("#bali", "Acme", "done");
        assertThat(json(site.json(API), 200).at("/items/0/id").asString()).isNotEmpty();
        assertThat(json(site.postJson(API + "/" + id + "/resume", ""), 409).at("/detail").asString())
                .contains("cannot go on: it is done");
    }

    @Test
    void aSearchThatWasCutOffSaysSoAndGoesOn() {
        SiteClient site = server.client();
        String id;
        try (BegunSearch begun = POSTED.runs.begin(new PatternRuns.Wanted("Cut",
                PatternSubject.of("food", null), PatternSettings.USUAL, "ada"))) {
            id = begun.id().toString();
        }

        assertThat(text(site.page("/patterns/" + id), 200)).contains("This search was cut off after 0 of 100 videos",
                "Go on");
        assertThat(json(site.json(API), 200).toString()).contains("\"running\":false");
        assertThat(site.post("/patterns/" + id + "/resume", site.origin(), "").statusCode()).isEqualTo(302);
        assertThat(ended(site, id).at("/run/state").asString()).isEqualTo("done");
    }

    @Test
    void aSearchThatHasNotEndedIsGivenUpByThePageAndByRest() {
        SiteClient site = server.client();
        List<String> ids = new ArrayList<>();
        for (String client : List.of("By page", "By REST")) {
            try (BegunSearch begun = POSTED.runs.begin(new PatternRuns.Wanted(client,
                    PatternSubject.of("food", null), PatternSettings.USUAL, "ada"))) {
                ids.add(begun.id().toString());
            }
        }

        assertThat(text(site.page("/patterns/" + ids.getFirst()), 200)).contains("Give up this search");
        assertThat(site.post("/patterns/" + ids.getFirst() + "/give-up", site.origin(), "").statusCode())
                .isEqualTo(302);
        JsonNode byRest = json(site.postJson(API + "/" + ids.getLast() + "/give-up?by=ada", ""), 200);

        assertThat(byRest.at("/state").asString()).isEqualTo("failed");
        assertThat(byRest.at("/failure").asString()).isEqualTo("Given up by ada after 0 of 100 videos.");
        assertThat(text(site.page("/patterns/" + ids.getFirst()), 200))
                .contains("Given up by hand after 0 of 100 videos.").doesNotContain("Give up this search");
        assertThat(json(site.postJson(API + "/" + ids.getLast() + "/give-up", ""), 409).toString())
                .contains("cannot be given up: it is failed");
    }

    @Test
    void withFewVideosItSaysThatDataAreInsufficient() {
        SiteClient site = server.client();
        HttpResponse<String> posted = site.post("/patterns", site.origin(),
                "client=Few&creators=c1,c2,c3&by=ada&minViews=1000&minEngagement=0.01&best=2&sample=1&hashtag=&from=&to=");
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(302);
        String id = posted.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");

        assertThat(ended(site, id).at("/buckets/0/depth").asString()).isEqualTo("insufficient");
        assertThat(text(site.page("/patterns/" + id), 200)).contains(
                "No pattern is confirmed: patterns are looked for from 20 videos of one length on, and no length has so many.",
                "Too few videos to look for patterns, which takes 20: 0–15 s (3).", "@c1, @c2, @c3");
    }

    @Test
    void whatCameInWhereThereWereTooFewIsSaidAndMarked() {
        PostedVideos few = PostedVideos.few();
        try (LocalSite own = site(few)) {
            SiteClient site = own.client();
            String id = json(site.postJson(API + "?client=Acme&hashtag=ubud&from=2026-02-01&best=30", ""), 202)
                    .at("/id").asString();

            JsonNode done = ended(site, id);

            assertThat(done.at("/settings/widening").asString()).isEqualTo("HASHTAGS");
            assertThat(done.at("/chosen/widened/0/lent/0/hashtag").asString()).isEqualTo("food");
            assertThat(done.at("/chosen/borrowed")).hasSize(12);
            assertThat(done.at("/buckets/0/widened/otherDates").asInt()).isEqualTo(6);
            assertThat(text(site.page("/patterns/" + id), 200)).contains(
                    "0–15 s: 12 of 30 wanted videos; 30 after more came in.", "6 videos of other dates.",
                    "The first day is ", "12 videos of #food, which stands beside the hashtag in 8 stored videos "
                            + "(likeness 0.31).",
                    "and 12 of related hashtags",
                    "0–15 s: 2 videos of creators whose followers are known. Two percent of them would make 11,000 views "
                            + "(median); videos have 2.8 times as many (median), 1 of them more than expected.",
                    "Videos of related hashtags (12)", "count in no mean");
            String asked = json(site.postJson(API + "?client=Acme&hashtag=ubud&from=2026-02-01&widen=none", ""), 202)
                    .at("/id").asString();
            assertThat(ended(site, asked).at("/chosen/widened")).isEmpty();
            assertThat(text(site.page("/patterns/" + asked), 200))
                    .contains("They were left as they are, as it was asked for.");
            assertThat(json(site.postJson(API + "?client=Acme&widen=far", ""), 400).toString()).contains("widen",
                    "hashtags, dates, none");
        }
    }

    @Test
    void videosOfUnknownLengthAreSearchedOnlyWhereItIsAskedForAndAreCalledNoLength() {
        try (LocalSite unmeasured = site(PostedVideos.unmeasured(120, 2.5))) {
            SiteClient site = unmeasured.client();
            assertThat(json(site.postJson(API + "?client=Acme&hashtag=bali", ""), 422).toString()).contains(
                    "none can be used: 120 without a known length",
                    "search them as a group of their own (--unknown-length)");
            assertThat(json(site.postJson(API + "?client=Acme&hashtag=bali&unknownLength=yes", ""), 400).toString())
                    .contains("unknownLength", "leave, search");

            String id = json(site.postJson(API + "?client=Acme&hashtag=bali&unknownLength=search", ""), 202).at("/id")
                    .asString();
            JsonNode done = ended(site, id);

            assertThat(done.at("/settings/unknownLength").asBoolean()).isTrue();
            assertThat(done.at("/buckets")).hasSize(1);
            JsonNode bucket = done.at("/buckets/0");
            assertThat(bucket.at("/bucket").asString()).isEqualTo("unknown");
            assertThat(bucket.at("/label").asString()).isEqualTo("unknown length");
            assertThat(bucket.at("/length").asBoolean()).isFalse();
            assertThat(bucket.at("/verdict").asString(null)).isNull();
            assertThat(bucket.at("/figures/share").isNumber()).isFalse();
            assertThat(bucket.at("/figures/mean").asDouble()).isPositive();
            assertThat(bucket.at("/patterns/0/feature").asString()).isEqualTo("metadata_has_question");
            assertThat(bucket.at("/patterns/0/holds").toString()).isEqualTo("[\"unknown length\"]");
            assertThat(text(site.page("/patterns/" + id), 200)).contains("Videos of unknown length",
                    "Nobody tells how long these videos are. They are no length: short and long ones are mixed")
                    .doesNotContain("high priority");
            assertThat(text(site.page("/patterns"), 200)).contains("Videos whose length nobody tells", "leave out",
                    "search too, as a group of their own");
        }
    }

    @Test
    void anEmptyLibrarySaysWhatToDoAndNonsenseIsRefused() {
        SiteClient site = empty.client();

        assertThat(text(site.page("/patterns"), 200)).contains("Nothing was searched yet.",
                "No video has an analysis yet.");
        assertThat(json(site.postJson(API + "?client=Acme&hashtag=bali", ""), 422).at("/detail").asString())
                .contains("No video of #bali is stored.");
        assertThat(json(site.postJson(API + "?hashtag=bali", ""), 422).at("/detail").asString())
                .contains("It is not said for which client.");
        assertThat(json(site.postJson(API + "?client=A&from=2026-03-02&to=2026-03-01", ""), 422).at("/detail")
                .asString()).contains("must not be empty");
        assertThat(json(site.postJson(API + "?client=A&best=-1&minEngagement=7", ""), 400).toString())
                .contains("best", "minEngagement");
        assertThat(json(site.json(API + "/nonsense"), 404).at("/detail").asString())
                .contains("There is no search for patterns under nonsense.");
        assertThat(text(site.page("/patterns/nonsense"), 404)).contains("There is no search for patterns");
    }

    @Test
    void analysesAreTakenInByRestAndByThePage() {
        SiteClient site = empty.client();
        String document = "{\"video_id\": \"7300000000000000000\", \"visual_overlay_analysis\": {\"CoreMetrics\": "
                + "{\"totalOverlays\": 4}}}";

        JsonNode report = json(site.send("POST", "/api/v1/patterns/analyses", "multipart/form-data; boundary=part",
                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"one.json\"\r\n\r\n" + document
                        + "\r\n--part--\r\n"),
                201);

        assertThat(report.at("/stored").asInt()).isEqualTo(1);
        assertThat(json(site.json("/api/v1/patterns/analyses"), 200).at("/items/0/name").asString())
                .isEqualTo("one.json");
        assertThat(text(site.upload("/patterns/analyses", "two.json", document + "\nnonsense"), 200)).contains(
                "Payloads stored: 0, videos they are of: 1, known already: 1, refused: 1.", "is no JSON",
                "Videos with an analysis: 1");
    }

    @Test
    void tablesOfCodingsAreTakenInByRestAndByThePage() {
        SiteClient site = server.client();
        String table = "video_id,overlay_texts,views\n7300000000000000001,3,100\n7300000000000000002,many,7\n";

        JsonNode report = json(site.send("POST", "/api/v1/patterns/analyses", "multipart/form-data; boundary=part",
                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"codings.csv\"\r\n\r\n" + table
                        + "\r\n--part--\r\n"),
                201);

        assertThat(report.at("/stored").asInt()).isEqualTo(1);
        assertThat(report.at("/refused/1/place").asString()).isEqualTo("codings.csv:3");
        String page = text(site.upload("/patterns/analyses", "codings.csv", table), 200);
        assertThat(page).contains("Payloads stored: 0, videos they are of: 1, known already: 1, refused: 3.",
                "has columns that are no features and are not read: views",
                "codings.csv:3", "column overlay_texts:", "is no number, as 3 or 0.25; taken as not coded",
                "JSON of an analyser, or a table of codings (CSV)");
    }
}
