package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Answer.Receipt;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Secret;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// TikTok's Research API: videos of the last 30 days by hashtag, creator, sound, words or id, 100 a request, 1,000 requests a day.
///
/// It is for researchers only, and its counts are of an archive that may lag behind by days. A page may be short or empty with
/// more to come; only `has_more` ends the paging.
public final class TikTokResearch implements Source {

    /// Under which its readings are kept.
    public static final String NAME = "tiktok-research";

    private static final int A_PAGE = 100;
    private static final int REQUESTS_A_SECOND = 10;
    private static final Duration LONGEST_RANGE = Duration.ofDays(29);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final String FIELDS = "id,create_time,username,region_code,video_description,music_id,like_count,"
            + "comment_count,share_count,view_count,favorites_count,hashtag_names,video_duration";

    private final URI address;
    private final ClientToken token;
    private final Budget requests;
    private final Transport transport;
    private final InstantSource clock;

    TikTokResearch(URI address, ClientToken token, long requestsPerDay, Transport transport, InstantSource clock) {
        this.address = address;
        this.token = token;
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
        return EnumSet.allOf(Feed.class);
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
        return feed == Feed.VIDEO ? 1 : A_PAGE;
    }

    @Override
    public Answer ask(Ask ask) {
        return switch (token.want()) {
            case ClientToken.Wanted.None none -> none.answer();
            case ClientToken.Wanted.Token let -> ask(ask, let);
        };
    }

    private Answer ask(Ask ask, ClientToken.Wanted.Token let) {
        Call call = new Call(URI.create(address + "/v2/research/video/query/?fields=" + FIELDS),
                Map.of("Authorization", "Bearer " + let.token().value(), "Content-Type", "application/json"),
                Wire.write(query(ask)));
        return switch (transport.send(call)) {
            case Reply.Unreached unreached -> new Answer.Unreached(unreached.why());
            case Reply.Silence silence -> new Answer.RetryLater(Receipt.NONE, null, silence.why());
            case Reply.Received reply -> understood(reply, let, ask.subject().feed());
        };
    }

    private static ObjectNode query(Ask ask) {
        Subject subject = ask.subject();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode condition = body.putObject("query").putArray("and").addObject();
        condition.put("operation", "EQ").put("field_name", switch (subject.feed()) {
            case HASHTAG -> "hashtag_name";
            case CREATOR -> "username";
            case SOUND -> "music_id";
            case KEYWORD -> "keyword";
            case VIDEO -> "video_id";
        });
        condition.putArray("field_values").add(subject.target());
        Instant end = ask.begunAt();
        Instant start = end.minus(LONGEST_RANGE);
        if (subject.feed() == Feed.VIDEO) {
            // An id begins with the second of the posting; a day to either side allows for clocks.
            Instant posted = Instant.ofEpochSecond(Long.parseUnsignedLong(subject.target()) >>> 32);
            start = posted.minus(Duration.ofDays(1));
            end = posted.plus(Duration.ofDays(1));
        }
        body.put("start_date", DAY.format(start)).put("end_date", DAY.format(end)).put("max_count", A_PAGE);
        String cursor = ask.cursor();
        if (cursor != null) {
            Wire.object(cursor).ifPresent(place -> body.put("cursor", place.path("cursor").asLong()).put("search_id",
                    place.path("search_id").asString()));
        }
        return body;
    }

    private Answer understood(Reply.Received reply, ClientToken.Wanted.Token let, Feed feed) {
        Receipt receipt = new Receipt(reply.status(), null);
        List<Secret> secrets = token.secrets();
        Optional<JsonNode> tree = Wire.object(reply.body());
        String code = tree.map(body -> body.at("/error/code").asString("")).orElse("");
        String detail = "HTTP " + reply.status() + " " + code + ": "
                + Wire.shown(tree.map(body -> body.at("/error/message").asString("")).orElse(reply.body()), secrets);
        return switch (code) {
            case "ok" -> page(reply, receipt, tree.orElseThrow(), feed, Wire.struck(reply.body(), secrets));
            case "access_token_invalid" -> {
                token.forget();
                yield let.fresh()
                        ? new Answer.Forbidden(receipt, detail)
                        : new Answer.RetryLater(receipt, Duration.ZERO, detail);
            }
            case "scope_not_authorized", "scope_permission_missed" -> new Answer.Forbidden(receipt, detail);
            case "invalid_params", "invalid_param", "invalid_request" -> new Answer.Unfit(receipt, detail);
            case "rate_limit_exceeded", "internal_error", "timeout" ->
                new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
            case "daily_quota_limit_exceeded" ->
                new Answer.QuotaExhausted(receipt, requests.freeAgain(clock.instant()), detail);
            default -> byStatus(reply, receipt, Wire.struck(reply.body(), secrets), detail, !code.isEmpty());
        };
    }

    private static Answer byStatus(Reply.Received reply, Receipt receipt, String body, String detail,
            boolean known) {
        int status = reply.status();
        if (status == 408 || status == 429 || status >= 500) {
            return new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
        }
        return switch (status) {
            case 401, 403 -> new Answer.Forbidden(receipt, detail);
            case 404 -> known
                    ? new Answer.NotFound(receipt, detail)
                    : new Answer.Malformed(receipt, body,
                            "by somebody else; is tiktok-research.url right? " + detail);
            default -> status < 400
                    ? new Answer.Malformed(receipt, body, "no answer with an error code: " + detail)
                    : new Answer.Unfit(receipt, detail);
        };
    }

    private static Answer page(Reply.Received reply, Receipt receipt, JsonNode tree, Feed feed, String body) {
        JsonNode data = tree.path("data");
        if (!data.isObject() || !(data.path("videos").isArray() || data.path("videos").isMissingNode())) {
            return new Answer.Malformed(receipt, body, "the list of videos is not where the contract has it");
        }
        JsonNode place = data.path("cursor");
        if (place.isNumber() && !(place.isIntegralNumber() && place.canConvertToLong())) {
            return new Answer.Malformed(receipt, body, "the cursor of the next page is no whole number");
        }
        String next = feed == Feed.VIDEO ? null : next(data);
        return next == null || Wire.isCursor(next)
                ? new Answer.Page(receipt, FileFormat.TIKTOK_RESEARCH_VIDEOS, body, next, reply.simulated())
                : new Answer.Malformed(receipt, body, "the cursor of the next page is none");
    }

    private static @Nullable String next(JsonNode data) {
        // Examples of the contract write the flag as text too.
        if (!data.path("has_more").asString("false").equals("true") || !data.path("cursor").isNumber()) {
            return null;
        }
        return Wire.write(JsonNodeFactory.instance.objectNode().put("cursor", data.path("cursor").asLong())
                .put("search_id", data.path("search_id").asString("")));
    }
}
