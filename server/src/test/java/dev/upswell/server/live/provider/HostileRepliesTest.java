package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Whatever comes back, a source answers with one of its classes and keeps its key to itself.
class HostileRepliesTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String KEY = "s3cret-key";
    private static final List<String> WHOLE = List.of(
            "{\"data\":{\"data\":[{\"aweme_id\":\"7600000000000000001\"}],\"nextCursor\":20}}",
            "{\"data\":[{\"aweme_id\":\"7600000000000000001\"}],\"nextCursor\":1771200000000}",
            "{\"data\":{\"aweme_list\":[],\"nextCursor\":null}}",
            "{\"detail\":[{\"loc\":[\"query\"],\"msg\":\"bad\"}]}",
            "{\"data\":{\"videos\":[{\"id\":7600000000000000501}],\"cursor\":100,\"has_more\":true,\"search_id\":\"72\"},"
                    + "\"error\":{\"code\":\"ok\",\"message\":\"\"}}",
            "{\"data\":{},\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}}",
            "{\"challengeInfo\":{\"challenge\":{\"id\":\"77\",\"title\":\"rest\"}},\"statusCode\":0}",
            "{\"userInfo\":{\"user\":{\"secUid\":\"MS4\",\"uniqueId\":\"one\"}},\"statusCode\":0}",
            "{\"item_list\":[{\"id\":\"76\"}],\"cursor\":12,\"has_more\":1,\"log_pb\":{\"impr_id\":\"Q\"}}",
            "{\"data\":{\"items\":[{\"id\":\"R1\",\"startedAt\":\"2026-02-01T12:00:05Z\",\"defaultKeyValueStoreId\":\"kv\"}]}}",
            "{\"data\":{\"id\":\"R1\",\"status\":\"SUCCEEDED\",\"defaultDatasetId\":\"wm\",\"usageTotalUsd\":1.26}}",
            "[{\"id\":\"76\",\"createTime\":1769860800,\"createTimeISO\":\"2026-01-31T12:00:00Z\"}]",
            "{\"data\":{\"user\":{\"username\":\"7600000000000000001\"}},\"error\":{\"code\":\"ok\"}}",
            "{\"data\":{\"ads\":[{\"ad\":{\"id\":19}}],\"has_more\":true,\"search_id\":\"28\"},\"error\":{\"code\":\"ok\"}}",
            "{\"code\":0,\"data\":{\"list\":[{}],\"page_info\":{\"page\":1,\"total_page\":3}}}",
            "{\"code\":0,\"data\":{\"next_page_token\":\"p1\",\"orders\":[{\"id\":\"5\",\"line_items\":[{\"id\":\"6\"}]}]}}",
            "{\"access_token\":\"clt.x\",\"expires_in\":7200}", "{\"error\":\"invalid_client\"}");
    /// Places at which a source goes on.
    private static final Map<String, String> PLACES = Map.of("ensembledata", "20", "tiktok-research",
            "{\"cursor\":100,\"search_id\":\"7\"}", "api23", "77 30", "apify", "items wm 200 SUCCEEDED",
            "tiktok-display",
            "list 1646883959000", "tiktok-ads-library", "28", "tiktok-business", "2", "tiktok-shop", "p100");
    private static final List<String> GRAFTS = List.of("null", "[]", "{}", "\"\"", "true", "1e999",
            "99999999999999999999999999", "-0", "\"\\u0000\"", "\"\\ud800\"", "[".repeat(900), "{\"a\":".repeat(400),
            "\"" + "x".repeat(2_000) + "\"", KEY, "\"<script>\"", "\u0000", "\uFFFE");

    private record Hostile(int status, Map<String, String> headers, String body) {
    }

    @Provide
    Arbitrary<Hostile> replies() {
        Arbitrary<Integer> status = Arbitraries.of(200, 200, 200, 204, 302, 400, 401, 404, 422, 429, 491, 495, 500,
                520, 999);
        Arbitrary<Map<String, String>> headers = Arbitraries.of(Map.of(), Map.of("units_charged", "99999999999"),
                Map.of("units_charged", "-1", "retry-after", "Sun, 01 Feb 2026 00:00:00 GMT"),
                Map.of("retry-after", "999999999", "units_charged", "2"));
        Arbitrary<String> body = Combinators.combine(Arbitraries.of(WHOLE), Arbitraries.longs())
                .as((whole, seed) -> mutated(whole, new Random(seed)));
        return Combinators.combine(status, headers, body).as(Hostile::new);
    }

    private static String mutated(String whole, Random chance) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = chance.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int from = chance.nextInt(text.length());
            int to = Math.min(text.length(), from + chance.nextInt(12));
            text.replace(from, to, chance.nextBoolean() ? GRAFTS.get(chance.nextInt(GRAFTS.size())) : "");
        }
        return text.toString();
    }

    @Property(tries = 4_000)
    void everyReplyIsSomeAnswerWithoutTheKey(@ForAll("replies") Hostile first, @ForAll("replies") Hostile second,
            @ForAll @IntRange(max = 9) int place) {
        for (Source source : sources(first, second)) {
            List<Feed> feeds = source.feeds().stream().sorted().toList();
            Answer answer = source.ask(new Ask(new Subject(feeds.get(place % feeds.size()), "7600000000000000001"),
                    NOON, place % 2 == 0 ? null : PLACES.get(source.name())));

            assertThat(answer.toString()).doesNotContain(KEY);
            if (answer instanceof Answer.Page page) {
                assertThat(page.next() == null || Wire.isCursor(page.next())).isTrue();
                assertThat(Wire.object(page.body()).or(() -> Wire.array(page.body()))).isPresent();
                assertThat(page.body()).doesNotContain("\u0000");
            }
            Integer charged = answer.receipt().charged();
            assertThat(charged == null || charged >= 0).isTrue();
        }
    }

    private static List<Source> sources(Hostile first, Hostile second) {
        URI address = URI.create("https://provider.example");
        InstantSource clock = InstantSource.fixed(NOON);
        int[] calls = {0};
        Transport transport = call -> {
            Hostile said = calls[0]++ % 2 == 0 ? first : second;
            return new Reply.Received(said.status(), said.headers(), said.body());
        };
        Secret key = new Secret(KEY);
        ClientToken person = new ClientToken(address, "client", key, key, _ -> {
        }, transport, clock);
        ClientToken client = new ClientToken(address, "client", key, transport, clock);
        return List.of(new EnsembleData(address, key, 50, transport, clock),
                new TikTokResearch(address, client, 1_000, transport, clock),
                new Api23(address, key, 50, 16, transport, clock),
                new Apify(address, key, new Apify.Terms("a~b", 50, 30, 100, 500), transport, clock),
                new TikTokDisplay(address, person, transport, clock),
                new TikTokAdsLibrary(address, client, "ALL", 500, transport, clock),
                new TikTokBusiness(address, key, 7, 1_000, transport, clock),
                new TikTokShop(address, new TikTokShop.Keys("app", key, key), 7, 1_000, transport, clock));
    }
}
