package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Subject;
import java.net.URI;
import java.time.Duration;
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

class EnsembleDataTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String TOKEN = "t0ken+very/secret";

    private final List<Call> calls = new ArrayList<>();

    private Answer answer(String subject, @Nullable String cursor, Reply reply) {
        return new EnsembleData(URI.create("https://provider.example/apis"), new Secret(TOKEN), 50, call -> {
            calls.add(call);
            return reply;
        }, InstantSource.fixed(NOON)).ask(new Ask(Subject.parse(subject), NOON, cursor));
    }

    private static Reply said(int status, String body) {
        return new Reply.Received(status, Map.of("Units_Charged", "1"), body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "hashtag:#GlassHair|/apis/tt/hashtag/posts?name=glasshair&cursor=7",
            "creator:@Some.One|/apis/tt/user/posts?username=some.one&depth=1&start_cursor=7",
            "sound:760|/apis/tt/music/posts?music_id=760&cursor=7",
            "keyword:slow bread|/apis/tt/keyword/search?name=slow+bread&period=7&sorting=0&cursor=7",
            "video:761|/apis/tt/post/multi-info?ids=761&cursor=7"})
    void eachFeedHasItsEndpoint(String subject, String address) {
        answer(subject, "7", said(200, "{}"));

        assertThat(calls.getFirst().uri())
                .hasToString("https://provider.example" + address + "&token=t0ken%2Bvery%2Fsecret");
    }

    @Test
    void aPageTellsItsCursorAndItsPrice() {
        String body = "{\"data\":{\"data\":[{\"aweme_id\":\"1\"}],\"nextCursor\":20}}";

        assertThat(answer("hashtag:rest", null, said(200, body))).isEqualTo(new Answer.Page(
                new Answer.Receipt(200, 1), FileFormat.ENSEMBLEDATA_POSTS, body, "20", false));
    }

    @Test
    void pagesEndWhereNoCursorComes() {
        for (String end : List.of("", ",\"nextCursor\":null", ",\"nextCursor\":\"\"")) {
            assertThat(answer("sound:1", "20", said(200, "{\"data\":{\"aweme_list\":[]" + end + "}}")))
                    .isInstanceOfSatisfying(Answer.Page.class, page -> assertThat(page.next()).isNull());
        }
        assertThat(answer("creator:one", null, said(200, "{\"data\":[],\"nextCursor\":1771200000000}")))
                .isInstanceOfSatisfying(Answer.Page.class, page -> assertThat(page.next()).isEqualTo("1771200000000"));
    }

    @Test
    void dataIsASuccessWhateverTheStatus() {
        assertThat(answer("video:1", null, said(422, "{\"data\":[{\"aweme_id\":\"1\"}]}")))
                .isInstanceOf(Answer.Page.class);
    }

    @ParameterizedTest
    @CsvSource({"404,not-found", "463,not-found", "472,not-found", "520,not-found", "422,unfit", "464,unfit",
            "429,retry-later", "500,retry-later", "503,retry-later", "491,forbidden", "492,forbidden", "493,forbidden",
            "495,quota-exhausted", "418,unfit", "302,malformed"})
    void statusesHaveTheMeaningOfTheContract(int status, String label) {
        Answer answer = answer("hashtag:rest", null, said(status, "{\"detail\":\"because\"}"));

        assertThat(answer.label()).isEqualTo(label);
        assertThat(answer.receipt()).isEqualTo(new Answer.Receipt(status, 1));
        assertThat(answer.toString()).contains("because");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>nginx</html>", "{\"message\":\"no route\"}", ""})
    void nothingFoundBySomebodyElseIsMalformed(String body) {
        assertThat(answer("hashtag:rest", null, said(404, body))).isInstanceOfSatisfying(Answer.Malformed.class,
                bad -> assertThat(bad.detail()).contains("ensembledata.url"));
    }

    @Test
    void theQuotaComesBackAtMidnight() {
        assertThat(answer("hashtag:rest", null, said(495, "{\"detail\":\"limit\"}"))).isEqualTo(
                new Answer.QuotaExhausted(new Answer.Receipt(495, 1), Instant.parse("2026-02-02T00:00:00Z"),
                        "HTTP 495: limit"));
    }

    @Test
    void theProvidersWishToWaitIsKept() {
        Reply busy = new Reply.Received(429, Map.of("Retry-After", "17"), "{\"detail\":\"slow down\"}");

        assertThat(answer("hashtag:rest", null, busy)).isInstanceOfSatisfying(Answer.RetryLater.class,
                later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(17)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"data\":", "{\"data\":7}", "{\"data\":{\"data\":{}}}", "{}",
            "{\"data\":{}}", "{\"data\":null}"})
    void whatIsNotOfTheContractIsMalformedAndKept(String body) {
        assertThat(answer("hashtag:rest", null, said(200, body))).isInstanceOfSatisfying(Answer.Malformed.class,
                bad -> assertThat(bad.body()).isEqualTo(body));
    }

    @Test
    void silenceIsWorthAnotherTry() {
        assertThat(answer("hashtag:rest", null, new Reply.Silence("no answer within 60 s")))
                .isEqualTo(new Answer.RetryLater(Answer.Receipt.NONE, null, "no answer within 60 s"));
    }

    @Test
    void theTokenIsNeverInWhatComesBack() {
        String echo = "{\"detail\":\"bad token " + TOKEN + " in ?token=t0ken%2Bvery%2Fsecret\"}";

        assertThat(answer("hashtag:rest", null, said(491, echo)).toString()).doesNotContain("secret").contains("…");
        assertThat(answer("hashtag:rest", null, said(200, "{\"data\":{\"data\":[],\"self\":\"" + TOKEN + "\"}}"))
                .toString()).doesNotContain("secret");
        assertThat(answer("hashtag:rest", null, said(200, TOKEN)).toString()).doesNotContain("secret");
        assertThat(calls.getFirst().toString()).isEqualTo("GET https://provider.example/apis/tt/hashtag/posts");
        assertThat(new Secret(TOKEN)).hasToString("Secret[…]");
    }

    @Test
    void aSandboxSaysWhatItIs() {
        Reply reply = new Reply.Received(200, Map.of("X-Upswell-Simulated", "yes"), "{\"data\":{\"data\":[]}}");

        assertThat(answer("hashtag:rest", null, reply)).isInstanceOfSatisfying(Answer.Page.class,
                page -> assertThat(page.simulated()).isTrue());
    }
}
