package dev.upswell.server.fyp.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.fyp.ScoredBrand;
import dev.upswell.server.fyp.rest.FypRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages of scores, slots and rules, and their REST, over a brand of nine days.
class FypPagesTest {

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        ScoredBrand brand = ScoredBrand.toldAndAsked(220);
        server = site(brand);
        site = server.client();
    }

    private static LocalSite site(ScoredBrand brand) {
        return LocalSite.of(List.of(FypPagesConfiguration.class, FypRestConfiguration.class),
                InstantSource.fixed(Instant.parse("2025-03-12T04:00:00Z")), brand.scores, brand.steps, brand.viewings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theListShowsScoresWithWhatIsKnown() {
        assertThat(text("/videos/scores")).contains("Film v100").contains("24 hours").contains("1–25 of ");
        assertThat(text("/videos/scores?status=weak")).contains("weak").doesNotContain("▲ strong");
        assertThat(site.page("/videos/scores?status=good").statusCode()).isEqualTo(400);
    }

    @Test
    void aVideoTellsPartsCausesAndSteps() {
        String page = text("/videos/v89/score");

        assertThat(page).contains("FYP score ").contains("▼ weak").contains("Low 15 minutes after posting")
                .contains("Views/min, first 15 min: 1.0/min; the median of your videos is")
                .contains("Not known or not comparable: Completion").contains("Your median")
                .contains("Loss in 0–3 s");
        assertThat(site.page("/videos/nobody/score").statusCode()).isEqualTo(404);
        assertThat(site.page("/videos/nobody/score").body()).contains("No video nobody has been scored.");
    }

    @Test
    void aVideoToldOfLateShowsBothScoresAndWhatChanged() {
        String page = text("/videos/v20/score");
        JsonNode one = json("/api/v1/videos/v20/score");
        JsonNode alone = json("/api/v1/videos/v89/score");

        assertThat(page).contains("Settled score ").contains("As known at 24 hours").contains("Moved by")
                .contains("Completion: 50.0").contains("told since; at 24 hours it was not known.")
                .contains("What moved the settled score").contains("Parts of the settled score");
        assertThat(one.at("/settled/toldAt").asString()).isEqualTo("2025-03-11T00:00:00Z");
        assertThat(one.at("/settled/coverage").asDouble()).isGreaterThan(one.at("/marks/2/coverage").asDouble() + 0.2);
        assertThat(one.at("/late/0/metric").asString()).isEqualTo("completion_rate");
        assertThat(one.at("/late/0").has("known")).isFalse();
        assertThat(one.at("/causesOf").asString()).isEqualTo("settled");
        assertThat(text("/videos/v89/score")).contains("nothing since the video was a day old");
        assertThat(alone.at("/settled").has("toldAt")).isFalse();
        assertThat(text("/videos/scores")).contains("Settled");
    }

    @Test
    void whatIsToBeDoneIsListedDoneAndDeclined() {
        JsonNode pending = json("/api/v1/plans?state=pending").at("/items");
        assertThat(pending).hasSizeGreaterThanOrEqualTo(2);
        JsonNode first = pending.get(0);
        assertThat(first.at("/rule").asString()).isEqualTo("v15 > p1 → look at it; pin a comment; SLA 2 h; assign Ada");
        assertThat(text("/videos/rules")).contains("things are to be done").contains("pin a comment")
                .contains("For: Ada.")
                .contains("overdue");

        HttpResponse<String> declined = site.post("/videos/plans/" + first.at("/task").asString() + "/close",
                site.origin(), "as=declined&result=seen+already");
        HttpResponse<String> done = site.postJson("/api/v1/plans/" + pending.get(1).at("/task").asString()
                + "/done?result=pinned", "");

        assertThat(declined.statusCode()).isEqualTo(302);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(done.body()).at("/plans/0/state").asString()).isEqualTo("DONE");
        assertThat(text("/videos/rules")).contains("declined").contains("seen already").contains("pinned");
        assertThat(json("/api/v1/plans?state=closed").at("/total").asInt()).isEqualTo(2);
        assertThat(text("/videos/" + first.at("/video").asString() + "/score")).contains("What was asked for")
                .contains("seen already");
        assertThat(site.postJson("/api/v1/plans/" + first.at("/task").asString() + "/decline", "").statusCode())
                .isEqualTo(404);
        assertThat(site.postJson("/api/v1/plans/nothing/done", "").statusCode()).isEqualTo(404);
        assertThat(site.post("/videos/plans/nothing/close", site.origin(), "as=done").statusCode()).isEqualTo(404);
        assertThat(site.json("/api/v1/plans?state=open").statusCode()).isEqualTo(400);
    }

    @Test
    void theWeekShowsItsSlots() {
        assertThat(text("/videos/slots")).contains("The week, UTC").contains("Monday 00:00: ")
                .contains("(90 % interval ")
                .contains("Monday 01:00: no video").contains("No slot has three videos yet");
    }

    @Test
    void hashtagsAreComparedByLength() {
        assertThat(text("/videos/lengths")).contains("Median FYP score of hashtags by length").contains("#tag0")
                .containsPattern("#tag0, up to 15 s: \\d+ videos, median score \\d+ of 100")
                .contains("#tag0, 15 to 30 s: no video");
    }

    @Test
    void whoStillWatchesIsShownBesideTheMiddleHalfOfVideosThatWereToldOf() {
        assertThat(text("/videos/retention")).contains("Views that still watch").contains("40 videos were told of")
                .contains("5 s: not told");
        assertThat(text("/videos/retention?offset=75"))
                .contains("3 s: 70\u00a0% still watch; the middle half of 40 videos lies at 70–70 %");
        assertThat(text("/videos/v20/score")).contains("data-chart=\"retention\"").contains("Median of your videos");
        assertThat(text("/videos/v89/score")).contains("so there is no curve").doesNotContain("data-chart");
    }

    @Test
    void withoutVideosThePagesSayWhatToDo() {
        try (LocalSite empty = site(new ScoredBrand())) {
            SiteClient client = empty.client();

            assertThat(client.page("/videos/scores").body()).contains("No video has been scored yet")
                    .contains("score videos");
            assertThat(client.page("/videos/slots").body()).contains("No slots yet");
            assertThat(client.page("/videos/lengths").body()).contains("Nothing to compare yet");
            assertThat(client.page("/videos/retention").body()).contains("No videos yet");
            assertThat(client.page("/videos/rules").body()).contains("The usual rules: nobody wrote others yet.")
                    .contains("Nothing is to be done");
            assertThat(JsonMapper.shared().readTree(client.json("/api/v1/slots").body()).at("/items")).isEmpty();
        }
    }

    @Test
    void theEditorShowsWhatRulesWouldDoAndAllThatIsWrong() {
        HttpResponse<String> would = form("v15 < p8 → look at it", "check");
        HttpResponse<String> broken = form("v15 << p20 → look\nfyp > p10 → x", "save");

        assertThat(would.statusCode()).isEqualTo(200);
        assertThat(would.body()).contains("would fire for").contains("Film v89").doesNotContain("Film v88<");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("Line 1, column 5: &lt;&lt; must be one of")
                .contains("Line 2, column 7: fyp is compared with numbers");
        assertThat(form("v15 < p8 → look at it", "save").statusCode()).isEqualTo(302);
        assertThat(text("/videos/rules")).contains(", by Ada");
    }

    private static HttpResponse<String> form(String rules, String what) {
        return site.post("/videos/rules", site.origin(), "by=Ada&do=" + what + "&rules="
                + URLEncoder.encode(rules, StandardCharsets.UTF_8));
    }

    @Test
    void programsReadTheSame() {
        JsonNode list = json("/api/v1/videos/scores?mark=15m&limit=500");
        JsonNode one = json("/api/v1/videos/v89/score");
        JsonNode literal = json("/api/v1/videos/v89/score?form=literal");
        JsonNode slots = json("/api/v1/slots");

        assertThat(list.at("/total").asInt()).isGreaterThan(100);
        assertThat(list.at("/items/0/mark").asString()).isEqualTo("15m");
        assertThat(one.at("/marks")).hasSize(3);
        assertThat(one.at("/marks/0/alarms/0").asString()).isEqualTo("v15");
        assertThat(one.at("/marks/0/score").asDouble()).isBetween(0.0, 100.0);
        assertThat(one.at("/causes/0/points").asDouble()).isNegative();
        assertThat(literal.at("/marks/0/score")).isEqualTo(one.at("/marks/0/score"));
        assertThat(
                StreamSupport.stream(slots.at("/items").spliterator(), false).map(slot -> slot.at("/day").asString()))
                .contains("monday", "sunday");
        assertThat(site.json("/api/v1/videos/nobody/score").statusCode()).isEqualTo(404);
    }

    @Test
    void programsCheckAndSaveRules() {
        JsonNode check = JsonMapper.shared().readTree(
                site.postJson("/api/v1/rules/check", "{\"rules\":\"v15 < p8 -> look; SLA 30 min\"}").body());
        JsonNode broken = JsonMapper.shared()
                .readTree(site.postJson("/api/v1/rules/check", "{\"rules\":\"v15 p20\"}").body());
        HttpResponse<String> refused = site.postJson("/api/v1/rules", "{\"rules\":\"v15 ! 3 → x\\nv16 < 1 → y\"}");

        assertThat(check.at("/sound").asBoolean()).isTrue();
        assertThat(check.at("/firing/0/videos")).isNotEmpty();
        assertThat(broken.at("/problems/0/what").asString()).startsWith("a rule needs →");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Line 1, column 5").contains("Line 2, column 1");
        assertThat(site.postJson("/api/v1/rules", "{}").statusCode()).isEqualTo(400);
        assertThat(site.postJson("/api/v1/rules", "{\"rules\":\"v15 < p21 → y\",\"by\":\"B\\u0000\"}").body())
                .contains("“by” must have at most 100 characters.");
        assertThat(site.postJson("/api/v1/rules", "{\"rules\":\"v15 < p21 → y\",\"by\":\"Ben\"}").statusCode())
                .isEqualTo(201);
        assertThat(json("/api/v1/rules").at("/by").asString()).isEqualTo("Ben");
        assertThat(json("/api/v1/rules/versions").at("/items/0/rules").asString()).contains("p21");
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = site.json(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String text(String path) {
        HttpResponse<String> answer = site.page(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
