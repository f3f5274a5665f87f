package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokResearchTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String TOKEN = "{\"access_token\":\"clt.passing\",\"expires_in\":7200,\"token_type\":\"Bearer\"}";
    private static final String LAST_PAGE = "{\"data\":{\"videos\":[],\"has_more\":false},\"error\":{\"code\":\"ok\"}}";

    private final List<Call> calls = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private Instant now = NOON;
    private final TikTokResearch source = source();

    private TikTokResearch source() {
        Transport transport = call -> {
            calls.add(call);
            return replies.remove();
        };
        URI address = URI.create("https://provider.example");
        InstantSource clock = () -> now;
        return new TikTokResearch(address,
                new ClientToken(address, "the client", new Secret("c1ient-secret"), transport, clock), 1_000,
                transport, clock);
    }

    private void reply(int status, String body) {
        replies.add(new Reply.Received(status, Map.of("Retry-After", "3"), body));
    }

    private Answer ask(String subject, @Nullable String cursor) {
        return source.ask(new Ask(Subject.parse(subject), NOON, cursor));
    }

    private static String error(String code) {
        return "{\"data\":{},\"error\":{\"code\":\"" + code + "\",\"message\":\"because\"}}";
    }

    @Test
    void theTokenIsFetchedOnceAndAgainBeforeItEnds() {
        reply(200, TOKEN);
        reply(200, LAST_PAGE);
        reply(200, LAST_PAGE);
        reply(200, TOKEN.replace("passing", "next"));
        reply(200, LAST_PAGE);

        ask("hashtag:rest", null);
        ask("hashtag:rest", null);
        now = NOON.plus(Duration.ofMinutes(119));
        ask("hashtag:rest", null);

        assertThat(calls).extracting(Call::toString).containsExactly(
                "POST https://provider.example/v2/oauth/token/",
                "POST https://provider.example/v2/research/video/query/",
                "POST https://provider.example/v2/research/video/query/",
                "POST https://provider.example/v2/oauth/token/",
                "POST https://provider.example/v2/research/video/query/");
        assertThat(calls.getFirst().body()).isEqualTo(
                "client_key=the+client&client_secret=c1ient-secret&grant_type=client_credentials");
        assertThat(calls.get(4).headers()).containsEntry("Authorization", "Bearer clt.next");
    }

    @ParameterizedTest
    @CsvSource({"hashtag:Rest,hashtag_name,rest,20260103,20260201", "creator:@one,username,one,20260103,20260201",
            "sound:77,music_id,77,20260103,20260201", "keyword:slow bread,keyword,slow bread,20260103,20260201",
            "video:7600000000000000501,video_id,7600000000000000501,20260126,20260128"})
    void eachFeedHasItsQuery(String subject, String field, String value, String from, String to) {
        reply(200, TOKEN);
        reply(200, LAST_PAGE);

        ask(subject, null);

        assertThat(calls.getLast().body()).isEqualTo(
                "{\"query\":{\"and\":[{\"operation\":\"EQ\",\"field_name\":\"%s\",\"field_values\":[\"%s\"]}]},"
                        .formatted(field, value)
                        + "\"start_date\":\"%s\",\"end_date\":\"%s\",\"max_count\":100}".formatted(from, to));
    }

    @Test
    void severalHashtagsAreOneQuery() {
        reply(200, TOKEN);
        reply(200, LAST_PAGE);

        source.ask(new Ask(Subject.parse("hashtag:rest"), List.of(Subject.parse("hashtag:glasshair")), NOON, null));

        assertThat(calls.getLast().body()).contains(
                "{\"operation\":\"IN\",\"field_name\":\"hashtag_name\",\"field_values\":[\"rest\",\"glasshair\"]}");
        assertThat(source.mostTogether(Feed.HASHTAG)).isEqualTo(20);
        assertThat(source.mostTogether(Feed.CREATOR)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e30", "1.5", "99999999999999999999"})
    void aPlaceThatIsNoWholeNumberIsMalformed(String cursor) {
        reply(200, TOKEN.replace("7200", "9223372036854775807"));
        reply(200, LAST_PAGE.replace("false", "true,\"cursor\":" + cursor));

        assertThat(ask("hashtag:rest", null)).isInstanceOf(Answer.Malformed.class);
    }

    @Test
    void nothingFoundBySomebodyElseIsMalformed() {
        reply(200, TOKEN);
        reply(404, "<html>nginx</html>");

        assertThat(ask("hashtag:rest", null)).isInstanceOfSatisfying(Answer.Malformed.class,
                bad -> assertThat(bad.detail()).contains("tiktok-research.url"));
    }

    @Test
    void thePlaceInTheResultsComesBackWithTheNextQuery() {
        reply(200, TOKEN);
        String body = "{\"data\":{\"videos\":[{\"id\":7600000000000000501}],\"cursor\":100,\"has_more\":true,"
                + "\"search_id\":\"72013\"},\"error\":{\"code\":\"ok\"}}";
        reply(200, body);
        reply(200, LAST_PAGE);

        Answer first = ask("hashtag:rest", null);
        Answer last = ask("hashtag:rest", ((Answer.Page) first).next());

        assertThat(first).isEqualTo(new Answer.Page(new Answer.Receipt(200, null), FileFormat.TIKTOK_RESEARCH_VIDEOS,
                body, "{\"cursor\":100,\"search_id\":\"72013\"}", false));
        assertThat(calls.getLast().body()).endsWith("\"max_count\":100,\"cursor\":100,\"search_id\":\"72013\"}");
        assertThat(((Answer.Page) last).next()).isNull();
    }

    @Test
    void anEmptyPageMayHaveMoreBehindIt() {
        reply(200, TOKEN);
        reply(200, "{\"data\":{\"videos\":[],\"cursor\":100,\"has_more\":\"true\",\"search_id\":\"7\"},"
                + "\"error\":{\"code\":\"ok\"}}");

        assertThat(((Answer.Page) ask("hashtag:rest", null)).next()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"401,scope_not_authorized,forbidden", "400,scope_permission_missed,forbidden",
            "400,invalid_params,unfit",
            "400,invalid_param,unfit", "429,rate_limit_exceeded,retry-later", "500,internal_error,retry-later",
            "504,timeout,retry-later", "429,daily_quota_limit_exceeded,quota-exhausted", "503,new_word,retry-later",
            "400,new_word,unfit", "404,new_word,not-found", "200,new_word,malformed"})
    void codesHaveTheMeaningOfTheContract(int status, String code, String label) {
        reply(200, TOKEN);
        reply(status, error(code));

        Answer answer = ask("hashtag:rest", null);

        assertThat(answer.label()).isEqualTo(label);
        assertThat(answer.toString()).contains("because");
    }

    @Test
    void anEndedTokenIsRenewedByAskingAgainAtOnce() {
        reply(200, TOKEN);
        reply(200, LAST_PAGE);
        reply(401, error("access_token_invalid"));
        reply(200, TOKEN);
        reply(200, LAST_PAGE);
        ask("hashtag:rest", null);

        assertThat(ask("hashtag:rest", null)).isInstanceOfSatisfying(Answer.RetryLater.class,
                later -> assertThat(later.after()).isZero());
        assertThat(ask("hashtag:rest", null)).isInstanceOf(Answer.Page.class);
    }

    @Test
    void aFreshTokenThatIsRefusedIsNotLetIn() {
        reply(200, TOKEN);
        reply(401, error("access_token_invalid"));

        assertThat(ask("hashtag:rest", null)).isInstanceOf(Answer.Forbidden.class);
    }

    @Test
    void withoutATokenNothingIsAsked() {
        reply(401, "{\"error\":\"invalid_client\",\"error_description\":\"c1ient-secret is wrong\"}");
        reply(503, "later");

        assertThat(ask("hashtag:rest", null)).isEqualTo(new Answer.Forbidden(new Answer.Receipt(401, null),
                "no token, HTTP 401: invalid_client … is wrong"));
        assertThat(ask("hashtag:rest", null)).isInstanceOf(Answer.RetryLater.class);
        assertThat(calls).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"data\":{\"videos\":7},\"error\":{\"code\":\"ok\"}}",
            "{\"error\":{\"code\":\"ok\"}}", "{\"data\":{}}"})
    void whatIsNotOfTheContractIsMalformedAndKept(String body) {
        reply(200, TOKEN);
        reply(200, body);

        assertThat(ask("hashtag:rest", null)).isInstanceOfSatisfying(Answer.Malformed.class,
                bad -> assertThat(bad.body()).isEqualTo(body));
    }

    @Test
    void neitherSecretNorTokenIsInWhatComesBack() {
        reply(200, TOKEN);
        reply(200, LAST_PAGE.replace("[]", "[],\"echo\":\"clt.passing c1ient-secret\""));

        assertThat(ask("hashtag:rest", null).toString()).doesNotContain("passing").doesNotContain("c1ient");
    }
}
