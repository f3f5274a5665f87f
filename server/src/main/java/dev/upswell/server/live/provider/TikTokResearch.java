package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
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
    /// The contract bounds the list nowhere; more hashtags would hardly save more, and a fault of one holds up all.
    private static final int HASHTAGS_A_QUERY = 20;
    private static final int REQUESTS_A_SECOND = 10;
    private static final Duration LONGEST_RANGE = Duration.ofDays(29);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final String FIELDS = "id,create_time,username,region_code,video_description,music_id,like_count,"
            + "comment_count,share_count,view_count,favorites_count,hashtag_names,video_duration";

    private final OpenApi api;
    private final Budget requests;

    TikTokResearch(URI address, ClientToken token, long requestsPerDay, Transport transport, InstantSource clock) {
        requests = new Budget("requests", Budget.Counts.REQUESTS, requestsPerDay, new Budget.Span.Day());
        api = new OpenApi(NAME, address, token, transport, () -> requests.freeAgain(clock.instant()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String keyPrint() {
        return api.keyPrint();
    }

    @Override
    public Set<Feed> feeds() {
        return EnumSet.of(Feed.HASHTAG, Feed.CREATOR, Feed.SOUND, Feed.KEYWORD, Feed.VIDEO);
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
    public int mostTogether(Feed feed) {
        return feed == Feed.HASHTAG ? HASHTAGS_A_QUERY : 1;
    }

    @Override
    public Answer ask(Ask ask) {
        return switch (api.ask("/v2/research/video/query/?fields=" + FIELDS, Wire.write(query(ask)))) {
            case OpenApi.Came.Ended(Answer answer) -> answer;
            case OpenApi.Came.Told told -> page(told, ask.subject().feed());
        };
    }

    private static ObjectNode query(Ask ask) {
        Subject subject = ask.subject();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode condition = body.putObject("query").putArray("and").addObject();
        condition.put("operation", ask.together().isEmpty() ? "EQ" : "IN").put("field_name", switch (subject.feed()) {
            case HASHTAG -> "hashtag_name";
            case CREATOR -> "username";
            case SOUND -> "music_id";
            case KEYWORD -> "keyword";
            case VIDEO -> "video_id";
            case ADS, RESULTS, ORDERS -> throw subject.feed().notOf(NAME);
        });
        ArrayNode values = condition.putArray("field_values");
        ask.subjects().forEach(one -> values.add(one.target()));
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

    private static Answer page(OpenApi.Came.Told told, Feed feed) {
        JsonNode data = told.data();
        if (!data.isObject() || !(data.path("videos").isArray() || data.path("videos").isMissingNode())) {
            return told.malformed("the list of videos is not where the contract has it");
        }
        JsonNode place = data.path("cursor");
        if (place.isNumber() && !(place.isIntegralNumber() && place.canConvertToLong())) {
            return told.malformed("the cursor of the next page is no whole number");
        }
        String next = feed == Feed.VIDEO ? null : next(data);
        return next == null || Wire.isCursor(next)
                ? new Answer.Page(told.receipt(), FileFormat.TIKTOK_RESEARCH_VIDEOS, told.body(), next,
                        told.reply().simulated())
                : told.malformed("the cursor of the next page is none");
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
