package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import java.net.URI;
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

/// The sources of one's own account, of ads and of orders, each by what its contract says.
class CommerceSourcesTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final URI ADDRESS = URI.create("https://provider.example");
    private static final Secret KEY = new Secret("s3cret-key");
    private static final String LET = "{\"access_token\":\"act.passing\",\"expires_in\":86400,\"refresh_token\":\"rft.next\"}";

    private final List<Call> calls = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Secret> renewed = new ArrayList<>();
    private final Transport transport = call -> {
        calls.add(call);
        return replies.remove();
    };

    private void reply(String body) {
        reply(200, body);
    }

    private void reply(int status, String body) {
        replies.add(new Reply.Received(status, Map.of(), body));
    }

    private static Answer ask(Source source, String subject, @Nullable String cursor) {
        return source.ask(new Ask(Subject.parse(subject), NOON, cursor));
    }

    private Source display() {
        return new TikTokDisplay(ADDRESS,
                new ClientToken(ADDRESS, "client", KEY, new Secret("rft.first"), renewed::add, transport, CLOCK),
                transport, CLOCK);
    }

    @Test
    void aTokenThatReplacesAnotherIsHandedOnAndUsedNext() {
        reply(LET);
        reply("{\"data\":{\"user\":{\"username\":\"Some.One\"}},\"error\":{\"code\":\"ok\"}}");

        Answer answer = ask(display(), "creator:some.one", null);

        assertThat(((Answer.Page) answer).next()).isEqualTo("list ");
        assertThat(calls.getFirst().body()).contains("grant_type=refresh_token&refresh_token=rft.first");
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer act.passing");
        assertThat(calls.getLast().uri().toString())
                .startsWith("https://provider.example/v2/user/info/?fields=open_id");
        assertThat(renewed).containsExactly(new Secret("rft.next"));
    }

    @Test
    void ownVideosGoOnByTheTimeOfTheLast() {
        Source display = display();
        reply(LET);
        reply("{\"data\":{\"videos\":[],\"cursor\":1646883959000,\"has_more\":true},\"error\":{\"code\":\"ok\"}}");
        reply("{\"data\":{\"videos\":[],\"cursor\":1646883959000,\"has_more\":true},\"error\":{\"code\":\"ok\"}}");

        assertThat(((Answer.Page) ask(display, "creator:one", "list ")).next()).isEqualTo("list 1646883959000");
        assertThat(calls.getLast().body()).isEqualTo("{\"max_count\":20}");
        assertThat(((Answer.Page) ask(display, "creator:one", "list 1646883959000")).next()).as("stands still")
                .isNull();
        assertThat(calls.getLast().body()).isEqualTo("{\"max_count\":20,\"cursor\":1646883959000}");
    }

    @Test
    void anAccountIsNotAskedAboutOthers() {
        reply(LET);
        reply("{\"data\":{\"user\":{\"username\":\"another\"}},\"error\":{\"code\":\"ok\"}}");

        assertThat(ask(display(), "creator:some.one", null)).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void theLibraryIsSearchedByWordsWithinAYearAndGoesOnByTheSearch() {
        Source library = new TikTokAdsLibrary(ADDRESS, new ClientToken(ADDRESS, "client", KEY, transport, CLOCK), "FR",
                500, transport, CLOCK);
        reply(LET);
        String page = "{\"data\":{\"ads\":[{\"ad\":{\"id\":1}}],\"has_more\":\"true\",\"search_id\":\"283\"},\"error\":{\"code\":\"ok\"}}";
        reply(page);
        reply("{\"data\":{\"ads\":[],\"has_more\":true,\"search_id\":\"283\"},\"error\":{\"code\":\"ok\"}}");

        Answer first = ask(library, "ads:Slow Bread", null);
        Answer last = ask(library, "ads:Slow Bread", "283");

        assertThat(first).isEqualTo(new Answer.Page(new Answer.Receipt(200, null), FileFormat.TIKTOK_LIBRARY_ADS, page,
                "283", false));
        assertThat(calls.get(1).body()).isEqualTo(
                "{\"filters\":{\"ad_published_date_range\":{\"min\":\"20250202\",\"max\":\"20260201\"},\"country_code\":\"FR\"},"
                        + "\"search_term\":\"Slow Bread\",\"search_type\":\"fuzzy_phrase\",\"max_count\":50}");
        assertThat(calls.getLast().body()).endsWith("\"search_id\":\"283\"}");
        assertThat(((Answer.Page) last).next()).as("an empty page is the end").isNull();
    }

    private Source business() {
        return new TikTokBusiness(ADDRESS, KEY, 7, 1_000, transport, CLOCK);
    }

    @Test
    void reportsAreAskedForTheLastDaysPageByPage() {
        reply("{\"code\":0,\"data\":{\"list\":[{}],\"page_info\":{\"page\":1,\"total_page\":2}}}");
        reply("{\"code\":0,\"data\":{\"list\":[{}],\"page_info\":{\"page\":2,\"total_page\":2}}}");

        assertThat(((Answer.Page) ask(business(), "results:77", null)).next()).isEqualTo("2");
        assertThat(((Answer.Page) ask(business(), "results:77", "2")).next()).isNull();
        assertThat(calls.getLast().uri().toString()).contains("advertiser_id=77&", "data_level=AUCTION_AD",
                "dimensions=%5B%22ad_id%22%2C%22stat_time_day%22%5D",
                "start_date=2026-01-26&end_date=2026-02-01&page=2");
        assertThat(calls.getLast().headers()).containsEntry("Access-Token", "s3cret-key");
    }

    @ParameterizedTest
    @CsvSource({"40001,not-found", "40002,unfit", "40100,retry-later", "40016,retry-later", "40133,quota-exhausted",
            "40105,forbidden", "40700,retry-later", "50002,retry-later", "51010,retry-later", "12,unfit"})
    void codesOfReportsHaveTheMeaningOfTheContract(int code, String label) {
        reply("{\"code\":" + code + ",\"message\":\"because of s3cret-key\",\"data\":{}}");

        Answer answer = ask(business(), "results:77", null);

        assertThat(answer.label()).isEqualTo(label);
        assertThat(answer.toString()).contains("because").doesNotContain("s3cret");
    }

    private Source shop() {
        return new TikTokShop(ADDRESS, new TikTokShop.Keys("app1", KEY, new Secret("tts.token")), 7, 1_000, transport,
                CLOCK);
    }

    @Test
    void ordersLeaveTheirBuyersBehind() {
        reply("""
            {"code":0,"message":"Success","data":{"next_page_token":"aDU2","total_count":2,"orders":[
            {"id":"5","status":"COMPLETED","create_time":1771200000,"buyer_email":"b@example.org","user_id":"9",
            "recipient_address":{"name":"A Buyer","phone_number":"+1"},"payment":{"currency":"USD","total_amount":"27.90","card":"4"},
            "line_items":[{"id":"6","product_id":"17","sale_price":"24.00","currency":"USD","buyer_note":"ring twice"}]}]}}""");

        Answer answer = ask(shop(), "orders:CIPHER=", null);

        assertThat(answer).isEqualTo(new Answer.Page(new Answer.Receipt(200, null), FileFormat.TIKTOK_SHOP_ORDERS,
                "{\"data\":{\"orders\":[{\"id\":\"5\",\"status\":\"COMPLETED\",\"create_time\":1771200000,\"payment\":{\"currency\":\"USD\","
                        + "\"total_amount\":\"27.90\"},\"line_items\":[{\"id\":\"6\",\"product_id\":\"17\",\"sale_price\":\"24.00\","
                        + "\"currency\":\"USD\"}]}]}}",
                "aDU2", false));
        assertThat(calls.getLast().body()).isEqualTo("{\"update_time_ge\":1769342400,\"update_time_lt\":1769947200}");
    }

    @Test
    void aRequestToAShopIsSignedOverItsQueryAndItsBody() {
        reply("{\"code\":0,\"data\":{\"next_page_token\":\"\"}}");

        ask(shop(), "orders:CIPHER=", "aDU2");

        assertThat(calls.getLast().uri().toString()).startsWith(
                "https://provider.example/order/202309/orders/search?app_key=app1&page_size=100&page_token=aDU2&shop_cipher=CIPHER%3D"
                        + "&sign=")
                .contains("&timestamp=1769947200");
        // printf '%s' 's3cret-key/order/…body…s3cret-key' | openssl dgst -sha256 -hmac s3cret-key
        assertThat(calls.getLast().uri().getQuery()).contains("sign=" + SIGNED + "&");
    }

    private static final String SIGNED = "cddcd1802691ff37fdbd6ec45c17c8b09b6f8d18fd3162442a1d9ffbb62893ca";

    @Test
    void halfAnOrderIsNotKept() {
        reply("{\"code\":0,\"data\":{\"orders\":[{\"id\":\"5\",\"buyer_email\":\"b@exam");

        assertThat(ask(shop(), "orders:CIPHER", null)).isInstanceOfSatisfying(Answer.Malformed.class, bad -> {
            assertThat(bad.body()).isEqualTo("{}");
            assertThat(bad.detail()).doesNotContain("b@exam");
        });
    }

    @ParameterizedTest
    @CsvSource({"401,105002,forbidden", "429,36009002,retry-later", "500,1,retry-later", "404,1,not-found",
            "400,36009004,unfit", "200,36009004,unfit"})
    void codesOfShopsHaveTheMeaningOfTheContract(int status, int code, String label) {
        reply(status, "{\"code\":" + code + ",\"message\":\"because\"}");

        assertThat(ask(shop(), "orders:CIPHER", null).label()).isEqualTo(label);
    }
}
