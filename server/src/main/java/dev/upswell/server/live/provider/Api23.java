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
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A relay of TikTok's web answers in the manner of "api23" at RapidAPI: a request costs one, whatever it brings.
///
/// The lists of a hashtag and of a creator are asked for by ids, so the first page of each is the profile that tells the id, and
/// with it the counters of the hashtag or the creator. Failures come with status 200 too. The next page's place is kept as
/// `ID cursor`, for searches as `SEARCH cursor`.
public final class Api23 implements Source {

    /// Under which its readings are kept.
    public static final String NAME = "api23";

    private static final int A_PAGE = 30;
    private static final int FOUND_ON_A_PAGE = 12;
    private static final Set<String> LOOKUPS = Set.of("/api/challenge/info", "/api/user/info-with-region",
            "/api/post/detail");
    private static final List<String> LISTS = List.of("/data/itemList", "/itemList", "/item_list", "/data");

    private final URI address;
    private final Secret key;
    private final List<Secret> secrets;
    private final Budget requests;
    private final Budget pace;
    private final Transport transport;
    private final InstantSource clock;

    Api23(URI address, Secret key, long requestsPerDay, long requestsPerMinute, Transport transport,
            InstantSource clock) {
        this.address = address;
        this.key = key;
        this.secrets = List.of(key);
        this.requests = new Budget("requests", Budget.Counts.REQUESTS, requestsPerDay, new Budget.Span.Day());
        this.pace = new Budget("minute", Budget.Counts.REQUESTS, requestsPerMinute,
                new Budget.Span.Sliding(Duration.ofMinutes(1)));
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String keyPrint() {
        return key.print();
    }

    @Override
    public Set<Feed> feeds() {
        return EnumSet.of(Feed.HASHTAG, Feed.CREATOR, Feed.SOUND, Feed.KEYWORD, Feed.VIDEO);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(requests, pace);
    }

    @Override
    public int worstCost(Ask ask) {
        return 1;
    }

    @Override
    public int pageSize(Feed feed) {
        return switch (feed) {
            case HASHTAG, CREATOR, SOUND -> A_PAGE;
            case KEYWORD -> FOUND_ON_A_PAGE;
            case VIDEO, ADS, RESULTS, ORDERS -> 1;
        };
    }

    @Override
    public Answer ask(Ask ask) {
        Place place = Place.of(ask.cursor());
        Asked asked = asked(ask, place);
        Call call = new Call(URI.create(address + asked.path() + "?" + Wire.query(asked.query())),
                Map.of("x-rapidapi-key", key.value(), "x-rapidapi-host", address.getHost()), null);
        return switch (transport.send(call)) {
            case Reply.Unreached unreached -> new Answer.Unreached(unreached.why());
            case Reply.Silence silence -> new Answer.RetryLater(Receipt.NONE, null, silence.why());
            case Reply.Received reply -> understood(reply, asked.path(), place, ask.subject().feed());
        };
    }

    /// Where a list stands.
    ///
    /// @param list the id of what is listed, or of the search; empty before it is known
    private record Place(String list, String cursor) {

        static Place of(@Nullable String kept) {
            int space = kept == null ? -1 : kept.indexOf(' ');
            return kept == null || space < 0
                    ? new Place("", "0")
                    : new Place(kept.substring(0, space), kept.substring(space + 1));
        }

        String kept() {
            return list + " " + cursor;
        }
    }

    private record Asked(String path, Map<String, String> query) {
    }

    private static Asked asked(Ask ask, Place place) {
        String target = ask.subject().target();
        boolean known = !place.list().isEmpty();
        return switch (ask.subject().feed()) {
            case HASHTAG -> known
                    ? list("/api/challenge/posts", "challengeId", place)
                    : new Asked("/api/challenge/info", Map.of("challengeName", target));
            case CREATOR -> known
                    ? list("/api/user/posts", "secUid", place)
                    : new Asked("/api/user/info-with-region", Map.of("uniqueId", target));
            case SOUND -> list("/api/music/posts", "musicId", new Place(target, place.cursor()));
            case KEYWORD -> {
                Map<String, String> query = new LinkedHashMap<>(Map.of("keyword", target));
                query.put("cursor", place.cursor());
                query.put("search_id", known ? place.list() : "0");
                yield new Asked("/api/search/video", query);
            }
            case VIDEO -> new Asked("/api/post/detail", Map.of("videoId", target));
            case ADS, RESULTS, ORDERS -> throw ask.subject().feed().notOf(NAME);
        };
    }

    private static Asked list(String path, String by, Place place) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(by, place.list());
        query.put("count", String.valueOf(A_PAGE));
        query.put("cursor", place.cursor());
        return new Asked(path, query);
    }

    private Answer understood(Reply.Received reply, String path, Place place, Feed feed) {
        Receipt receipt = new Receipt(reply.status(), null);
        Optional<JsonNode> tree = Wire.object(reply.body());
        String said = tree.map(Api23::message).filter(text -> !text.isEmpty()).orElse(reply.body());
        String detail = "HTTP " + reply.status() + ": " + Wire.shown(said, secrets);
        if (reply.status() != 200) {
            return refused(reply, receipt, tree.isPresent(), detail);
        }
        if (reply.body().isBlank()) {
            return new Answer.RetryLater(receipt, null, "HTTP 200 with an empty answer");
        }
        String body = Wire.struck(reply.body(), secrets);
        if (tree.isEmpty()) {
            return new Answer.Malformed(receipt, body, "no JSON object: " + detail);
        }
        String code = Stream.of("statusCode", "status_code", "code").map(tree.get()::path)
                .filter(JsonNode::isValueNode).map(JsonNode::asString).findFirst().orElse("0");
        if (!code.equals("0") && !code.equals("200")) {
            return LOOKUPS.contains(path)
                    ? new Answer.NotFound(receipt, "code " + code + ", " + detail)
                    : new Answer.RetryLater(receipt, null, "code " + code + ", " + detail);
        }
        return LOOKUPS.contains(path)
                ? lookup(reply, receipt, tree.get(), path, body)
                : page(reply, receipt, tree.get(), place, feed, body);
    }

    private static String message(JsonNode tree) {
        return Stream.of("message", "statusMsg", "status_msg").map(name -> tree.path(name).asString(""))
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private Answer refused(Reply.Received reply, Receipt receipt, boolean known, String detail) {
        int status = reply.status();
        if (status == 429) {
            boolean used = reply.number("x-ratelimit-requests-remaining").orElse(1) == 0
                    || detail.toLowerCase(Locale.ROOT).contains("quota");
            return used
                    ? new Answer.QuotaExhausted(receipt, renewed(reply), detail)
                    : new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
        }
        if (status == 408 || status >= 500) {
            return new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail);
        }
        return switch (status) {
            case 401, 403 -> new Answer.Forbidden(receipt, detail);
            case 404 -> new Answer.Malformed(receipt, Wire.struck(reply.body(), secrets),
                    "by somebody else; is api23.url right? " + detail);
            default -> status < 400 || !known
                    ? new Answer.Malformed(receipt, Wire.struck(reply.body(), secrets), "no answer: " + detail)
                    : new Answer.Unfit(receipt, detail);
        };
    }

    /// When the plan's quota is full again: as the gateway says, else a try a day.
    private Instant renewed(Reply.Received reply) {
        Instant now = clock.instant();
        return reply.number("x-ratelimit-requests-reset").map(now::plusSeconds).orElse(requests.freeAgain(now));
    }

    private static Answer lookup(Reply.Received reply, Receipt receipt, JsonNode tree, String path, String body) {
        if (path.equals("/api/post/detail")) {
            return tree.at("/itemInfo/itemStruct").isObject()
                    ? new Answer.Page(receipt, FileFormat.TIKTOK_WEB_ITEMS, body, null, reply.simulated())
                    : new Answer.NotFound(receipt, "no video came");
        }
        boolean hashtag = path.equals("/api/challenge/info");
        JsonNode one = tree.at(hashtag ? "/challengeInfo/challenge" : "/userInfo/user");
        if (!one.isObject()) {
            return new Answer.NotFound(receipt, "no profile came");
        }
        if (Wire.flag(one.path("privateAccount")) || Wire.flag(one.path("secret"))) {
            return new Answer.NotFound(receipt, "the account is private");
        }
        String id = one.path(hashtag ? "id" : "secUid").asString("");
        String next = new Place(id, "0").kept();
        return id.isBlank() || id.contains(" ") || !Wire.isCursor(next)
                ? new Answer.Malformed(receipt, body, "the profile has no id to go on with")
                : new Answer.Page(receipt, FileFormat.TIKTOK_WEB_PROFILES, body, next, reply.simulated());
    }

    private static Answer page(Reply.Received reply, Receipt receipt, JsonNode tree, Place place, Feed feed,
            String body) {
        if (LISTS.stream().noneMatch(list -> tree.at(list).isArray() || tree.at(list).isNull())) {
            return new Answer.Malformed(receipt, body, "the list of items is not where the contract has it");
        }
        String next = next(tree.path("data").isObject() ? tree.path("data") : tree, place, feed);
        return next == null || Wire.isCursor(next)
                ? new Answer.Page(receipt, FileFormat.TIKTOK_WEB_ITEMS, body, next, reply.simulated())
                : new Answer.Malformed(receipt, body, "the cursor of the next page is none");
    }

    private static @Nullable String next(JsonNode list, Place place, Feed feed) {
        String cursor = list.path("cursor").asString("");
        boolean more = Wire.flag(list.path("hasMore")) || Wire.flag(list.path("has_more"));
        if (!more || cursor.isBlank() || cursor.equals(place.cursor())) {
            return null;
        }
        String id = switch (feed) {
            case HASHTAG, CREATOR -> place.list();
            case SOUND -> "sound";
            case KEYWORD -> {
                String search = list.at("/log_pb/impr_id").asString("");
                yield search.isBlank() || search.contains(" ") ? "0" : search;
            }
            case VIDEO, ADS, RESULTS, ORDERS -> "-";
        };
        return new Place(id, cursor).kept();
    }
}
