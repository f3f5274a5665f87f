package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Answer.Receipt;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// EnsembleData: posts by hashtag, creator, sound, words or id, paid in units of a day that begins at 00:00 UTC.
///
/// The token stands in the query, which is why calls never show theirs. What is charged is told by a header; an answer with
/// `data` is a success whatever its status says.
public final class EnsembleData implements Source {

    /// Under which its readings are kept.
    public static final String NAME = "ensembledata";

    private static final int A_PAGE = 20;
    private static final int POSTS_OF_A_DEPTH = 10;
    /// Words are searched among the posts of so many days: older ones no longer move.
    private static final String SEARCHED_DAYS = "7";

    private final URI address;
    private final Secret token;
    private final List<Secret> secrets;
    private final Budget units;
    private final Transport transport;
    private final InstantSource clock;

    EnsembleData(URI address, Secret token, long unitsPerDay, Transport transport, InstantSource clock) {
        this.address = address;
        this.token = token;
        this.secrets = List.of(token);
        this.units = new Budget("units", Budget.Counts.UNITS, unitsPerDay, new Budget.Span.Day());
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
        return EnumSet.of(Feed.HASHTAG, Feed.CREATOR, Feed.SOUND, Feed.KEYWORD, Feed.VIDEO);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(units);
    }

    @Override
    public int worstCost(Ask ask) {
        return 1;
    }

    @Override
    public int pageSize(Feed feed) {
        return switch (feed) {
            case HASHTAG, SOUND, KEYWORD -> A_PAGE;
            case CREATOR -> POSTS_OF_A_DEPTH;
            case VIDEO, ADS, RESULTS, ORDERS -> 1;
        };
    }

    @Override
    public Answer ask(Ask ask) {
        return switch (transport.send(call(ask))) {
            case Reply.Unreached unreached -> new Answer.Unreached(unreached.why());
            case Reply.Silence silence -> new Answer.RetryLater(Receipt.NONE, null, silence.why());
            case Reply.Received received -> understood(received, ask.subject().feed());
        };
    }

    private Call call(Ask ask) {
        String target = ask.subject().target();
        Map<String, String> query = new LinkedHashMap<>();
        String path = switch (ask.subject().feed()) {
            case HASHTAG -> {
                query.put("name", target);
                yield "/tt/hashtag/posts";
            }
            case CREATOR -> {
                query.put("username", target);
                query.put("depth", "1");
                yield "/tt/user/posts";
            }
            case SOUND -> {
                query.put("music_id", target);
                yield "/tt/music/posts";
            }
            case KEYWORD -> {
                query.put("name", target);
                query.put("period", SEARCHED_DAYS);
                query.put("sorting", "0");
                yield "/tt/keyword/search";
            }
            case VIDEO -> {
                query.put("ids", target);
                yield "/tt/post/multi-info";
            }
            case ADS, RESULTS, ORDERS -> throw ask.subject().feed().notOf(NAME);
        };
        String cursor = ask.cursor();
        if (cursor != null) {
            query.put(ask.subject().feed() == Feed.CREATOR ? "start_cursor" : "cursor", cursor);
        }
        query.put("token", token.value());
        return new Call(URI.create(address + path + "?" + Wire.query(query)), Map.of(), null);
    }

    private Answer understood(Reply.Received reply, Feed feed) {
        Receipt receipt = new Receipt(reply.status(), reply.number("units_charged").orElse(null));
        Optional<JsonNode> tree = Wire.object(reply.body());
        if (tree.isPresent() && tree.get().hasNonNull("data")) {
            return page(reply, receipt, tree.get(), feed);
        }
        String detail = tree.map(body -> body.path("detail"))
                .map(said -> said.isString() ? said.asString() : said.toString()).filter(said -> !said.isEmpty())
                .orElse(reply.body());
        if (reply.status() == 404 && tree.filter(body -> body.has("detail")).isEmpty()) {
            return new Answer.Malformed(receipt, Wire.struck(reply.body(), secrets),
                    "HTTP 404 by somebody else; is ensembledata.url right? " + Wire.shown(detail, secrets));
        }
        return refused(reply, receipt, Wire.shown(detail, secrets));
    }

    private Answer page(Reply.Received reply, Receipt receipt, JsonNode tree, Feed feed) {
        JsonNode data = tree.path("data");
        JsonNode list = switch (feed) {
            case HASHTAG, KEYWORD -> data.path("data");
            case SOUND -> data.path("aweme_list");
            case CREATOR, VIDEO, ADS, RESULTS, ORDERS -> data;
        };
        String body = Wire.struck(reply.body(), secrets);
        if (!list.isArray() && !list.isNull()) {
            return new Answer.Malformed(receipt, body, "the list of posts is not where the contract has it");
        }
        String next = next(feed == Feed.CREATOR ? tree.path("nextCursor") : data.path("nextCursor"), feed);
        return next == null || Wire.isCursor(next)
                ? new Answer.Page(receipt, FileFormat.ENSEMBLEDATA_POSTS, body, next, reply.simulated())
                : new Answer.Malformed(receipt, body, "the cursor of the next page is none");
    }

    private static @Nullable String next(JsonNode cursor, Feed feed) {
        boolean given = cursor.isValueNode() && !cursor.isNull() && !cursor.asString().isBlank();
        return given && feed != Feed.VIDEO ? cursor.asString() : null;
    }

    private Answer refused(Reply.Received reply, Receipt receipt, String detail) {
        int status = reply.status();
        return switch (status) {
            case 404, 462, 463, 469, 471, 472, 473, 474, 520 -> new Answer.NotFound(receipt, said(status, detail));
            case 401, 403, 491, 492, 493 -> new Answer.Forbidden(receipt, said(status, detail));
            case 495 -> new Answer.QuotaExhausted(receipt, units.freeAgain(clock.instant()), said(status, detail));
            case 408, 429 ->
                new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), said(status, detail));
            default -> {
                if (status >= 500) {
                    yield new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), said(status, detail));
                }
                yield status < 400
                        ? new Answer.Malformed(receipt, Wire.struck(reply.body(), secrets),
                                "no JSON object with data: " + detail)
                        : new Answer.Unfit(receipt, said(status, detail));
            }
        };
    }

    private static String said(int status, String detail) {
        return "HTTP " + status + ": " + detail;
    }
}
