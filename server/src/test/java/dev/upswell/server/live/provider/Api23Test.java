package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Subject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Api23Test {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String KEY = "rapid-s3cret";

    private final List<Call> calls = new ArrayList<>();

    private Answer answer(String subject, @Nullable String cursor, Reply reply) {
        return new Api23(URI.create("https://relay.example"), new Secret(KEY), 50, 16, call -> {
            calls.add(call);
            return reply;
        }, InstantSource.fixed(NOON)).ask(new Ask(Subject.parse(subject), NOON, cursor));
    }

    private static Reply said(int status, String body) {
        return new Reply.Received(status, Map.of(), body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "hashtag:#GlassHair|-|/api/challenge/info?challengeName=glasshair",
            "hashtag:glasshair|77 30|/api/challenge/posts?challengeId=77&count=30&cursor=30",
            "creator:some.one|-|/api/user/info-with-region?uniqueId=some.one",
            "creator:some.one|MS4wLjAB 1740922387000|/api/user/posts?secUid=MS4wLjAB&count=30&cursor=1740922387000",
            "sound:760|-|/api/music/posts?musicId=760&count=30&cursor=0",
            "sound:760|sound 30|/api/music/posts?musicId=760&count=30&cursor=30",
            "keyword:slow bread|-|/api/search/video?keyword=slow+bread&cursor=0&search_id=0",
            "keyword:slow bread|2026X 12|/api/search/video?keyword=slow+bread&cursor=12&search_id=2026X",
            "video:761|-|/api/post/detail?videoId=761"})
    void eachFeedHasItsEndpoint(String subject, @Nullable String cursor, String address) {
        answer(subject, cursor, said(200, "{}"));

        assertThat(calls.getFirst().uri()).hasToString("https://relay.example" + address);
        assertThat(calls.getFirst().headers()).containsEntry("x-rapidapi-key", KEY).containsEntry("x-rapidapi-host",
                "relay.example");
    }

    @Test
    void aProfileIsAPageAndTellsWhereItsListBegins() {
        String hashtag = "{\"challengeInfo\":{\"challenge\":{\"id\":\"77\",\"title\":\"rest\"}},\"statusCode\":0}";
        String creator = "{\"userInfo\":{\"user\":{\"secUid\":\"MS4\",\"uniqueId\":\"one\"}},\"statusCode\":0}";

        assertThat(answer("hashtag:rest", null, said(200, hashtag))).isEqualTo(new Answer.Page(
                new Answer.Receipt(200, null), FileFormat.TIKTOK_WEB_PROFILES, hashtag, "77 0", false));
        assertThat(((Answer.Page) answer("creator:one", null, said(200, creator))).next()).isEqualTo("MS4 0");
    }

    @Test
    void listsAreReadInEachOfTheirPlacesAndGoOnWhileThereIsMore() {
        assertThat(next("creator:one", "MS4 0", "{\"data\":{\"itemList\":[],\"cursor\":\"17\",\"hasMore\":true}}"))
                .isEqualTo("MS4 17");
        assertThat(next("keyword:x", null,
                "{\"item_list\":[],\"cursor\":12,\"has_more\":1,\"log_pb\":{\"impr_id\":\"Q\"},\"status_code\":0}"))
                .isEqualTo("Q 12");
        assertThat(next("sound:7", null, "{\"itemList\":[],\"cursor\":\"30\",\"hasMore\":true}")).isEqualTo("sound 30");
        assertThat(next("sound:7", "sound 30", "{\"itemList\":[],\"cursor\":\"30\",\"hasMore\":true}"))
                .as("stands still").isNull();
        assertThat(next("sound:7", null, "{\"data\":[],\"has_more\":0,\"cursor\":9}")).isNull();
    }

    private @Nullable String next(String subject, @Nullable String cursor, String body) {
        return ((Answer.Page) answer(subject, cursor, said(200, body))).next();
    }

    @Test
    void failuresWithStatus200AreSeen() {
        assertThat(answer("creator:one", null, said(200, "{\"statusCode\":10202,\"statusMsg\":\"no user\"}")))
                .isInstanceOfSatisfying(Answer.NotFound.class, none -> assertThat(none.detail()).contains("no user"));
        assertThat(answer("video:1", null, said(200, "{\"statusCode\":10204}"))).isInstanceOf(Answer.NotFound.class);
        assertThat(answer("sound:1", null, said(200, "{\"status_code\":5,\"item_list\":[]}")))
                .isInstanceOf(Answer.RetryLater.class);
        assertThat(answer("sound:1", null, said(200, ""))).isInstanceOf(Answer.RetryLater.class);
        assertThat(answer("creator:one", null,
                said(200, "{\"userInfo\":{\"user\":{\"secUid\":\"M\",\"privateAccount\":true}}}")))
                .isInstanceOfSatisfying(Answer.NotFound.class, none -> assertThat(none.detail()).contains("private"));
    }

    @ParameterizedTest
    @CsvSource({"401,forbidden", "403,forbidden", "404,malformed", "400,unfit", "429,retry-later", "502,retry-later",
            "302,malformed"})
    void statusesHaveTheMeaningOfTheContract(int status, String label) {
        assertThat(answer("sound:1", null, said(status, "{\"message\":\"because\"}")).label()).isEqualTo(label);
    }

    @Test
    void aUsedUpPlanIsToldFromTooManyRequestsAMinute() {
        Reply used = new Reply.Received(429,
                Map.of("x-ratelimit-requests-remaining", "0", "x-ratelimit-requests-reset", "86400"), "{}");

        assertThat(answer("sound:1", null, used)).isInstanceOfSatisfying(Answer.QuotaExhausted.class,
                full -> assertThat(full.until()).isEqualTo(NOON.plusSeconds(86_400)));
        assertThat(answer("sound:1", null, said(429, "{\"message\":\"You have exceeded the MONTHLY quota\"}")))
                .isInstanceOfSatisfying(Answer.QuotaExhausted.class,
                        full -> assertThat(full.until()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", "{\"data\":", "{\"data\":7}", "{\"data\":{\"itemList\":{}}}", "{}"})
    void whatIsNotOfTheContractIsMalformedAndKept(String body) {
        assertThat(answer("sound:1", null, said(200, body))).isInstanceOfSatisfying(Answer.Malformed.class,
                bad -> assertThat(bad.body()).isEqualTo(body));
    }

    @Test
    void theKeyIsNeverInWhatComesBack() {
        assertThat(answer("sound:1", null, said(401, "{\"message\":\"bad " + KEY + "\"}")).toString())
                .doesNotContain(KEY);
        assertThat(answer("sound:1", null, said(200, "{\"itemList\":[],\"echo\":\"" + KEY + "\"}")).toString())
                .doesNotContain(KEY);
    }
}
