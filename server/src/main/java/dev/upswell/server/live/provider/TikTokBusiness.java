package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Answer.Receipt;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// TikTok's advertising reports: what each ad of an advertiser brought on each of the last days.
///
/// The last days are still corrected, so each visit asks for all of them again. Errors come with HTTP 200 and a code.
public final class TikTokBusiness implements Source {

    /// Under which its facts are kept.
    public static final String NAME = "tiktok-business";

    private static final int A_PAGE = 1_000;
    private static final int REQUESTS_A_SECOND = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final String METRICS = """
        ["spend","currency","ad_name","impressions","clicks","ctr","reach","frequency","conversion","conversion_rate",\
        "video_play_actions","video_watched_2s","video_watched_6s","video_views_p25","video_views_p50","video_views_p75",\
        "video_views_p100","likes","comments","shares","follows"]""";

    private final URI address;
    private final Secret token;
    private final List<Secret> secrets;
    private final int days;
    private final Budget requests;
    private final Transport transport;
    private final InstantSource clock;

    /// @param days that are asked for again at each visit, 1 to 30
    TikTokBusiness(URI address, Secret token, int days, long requestsPerDay, Transport transport,
            InstantSource clock) {
        this.address = address;
        this.token = token;
        this.secrets = List.of(token);
        this.days = days;
        this.requests = new Budget("requests", Budget.Counts.REQUESTS, requestsPerDay, new Budget.Span.Day());
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String keyPrint() {
        return token.print();
    }

    @Override
    public Set<Feed> feeds() {
        return EnumSet.of(Feed.RESULTS);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(requests, new Budget("pace", Budget.Counts.REQUESTS, REQUESTS_A_SECOND,
                new Budget.Span.Sliding(Duration.ofSeconds(1))));
    }

    @Override
    public int worstCost(Ask ask) {
        return 1;
    }

    @Override
    public int pageSize(Feed feed) {
        return A_PAGE;
    }

    @Override
    public Answer ask(Ask ask) {
        int page = ask.cursor() == null ? 1 : Integer.parseInt(ask.cursor());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("advertiser_id", ask.subject().target());
        query.put("report_type", "BASIC");
        query.put("data_level", "AUCTION_AD");
        query.put("dimensions", "[\"ad_id\",\"stat_time_day\"]");
        query.put("metrics", METRICS);
        query.put("start_date", DAY.format(ask.begunAt().minus(Duration.ofDays(days - 1L))));
        query.put("end_date", DAY.format(ask.begunAt()));
        query.put("page", String.valueOf(page));
        query.put("page_size", String.valueOf(A_PAGE));
        Call call = new Call(URI.create(address + "/open_api/v1.3/report/integrated/get/?" + Wire.query(query)),
                Map.of("Access-Token", token.value()), null);
        return switch (transport.send(call)) {
            case Reply.Unreached unreached -> new Answer.Unreached(unreached.why());
            case Reply.Silence silence -> new Answer.RetryLater(Receipt.NONE, null, silence.why());
            case Reply.Received reply -> understood(reply, page);
        };
    }

    private Answer understood(Reply.Received reply, int page) {
        Receipt receipt = new Receipt(reply.status(), null);
        Optional<JsonNode> tree = Wire.object(reply.body());
        String code = tree.map(body -> body.path("code").asString("")).orElse("");
        String detail = "HTTP " + reply.status() + ", code " + code + ": "
                + Wire.shown(tree.map(body -> body.path("message").asString("")).orElse(reply.body()), secrets);
        String body = Wire.struck(reply.body(), secrets);
        if (reply.status() == 408 || reply.status() == 429 || reply.status() >= 500) {
            return new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
        }
        if (!code.matches("\\d{1,6}") || (reply.status() >= 300 && code.equals("0"))) {
            return new Answer.Malformed(receipt, body, "no answer with a code: " + detail);
        }
        return switch (Integer.parseInt(code)) {
            case 0 -> page(reply, receipt, tree.orElseThrow(), page, body);
            case 40001 -> new Answer.NotFound(receipt, detail);
            case 40016, 40100 -> new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
            case 40133 -> new Answer.QuotaExhausted(receipt, requests.freeAgain(clock.instant()), detail);
            case 40105 -> new Answer.Forbidden(receipt, detail);
            case 40700 -> new Answer.RetryLater(receipt, null, detail);
            default -> Integer.parseInt(code) >= 50_000
                    ? new Answer.RetryLater(receipt, null, detail)
                    : new Answer.Unfit(receipt, detail);
        };
    }

    private static Answer page(Reply.Received reply, Receipt receipt, JsonNode tree, int page, String body) {
        if (!tree.at("/data/list").isArray()) {
            return new Answer.Malformed(receipt, body, "the list of rows is not where the contract has it");
        }
        return new Answer.Page(receipt, FileFormat.TIKTOK_BUSINESS_REPORT, body, next(tree, page), reply.simulated());
    }

    private static @Nullable String next(JsonNode tree, int page) {
        JsonNode pages = tree.at("/data/page_info/total_page");
        boolean more = pages.isIntegralNumber() && pages.canConvertToInt() && pages.asInt() > page
                && !tree.at("/data/list").isEmpty();
        return more ? String.valueOf(page + 1) : null;
    }
}
