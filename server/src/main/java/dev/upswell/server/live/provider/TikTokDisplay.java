package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// TikTok's Display API: the profile and the videos of the account whose owner let this client in, and of nobody else.
///
/// The first page is the profile with its counters, the others are its videos, the newest first. It has 600 requests in any minute.
public final class TikTokDisplay implements Source {

    /// Under which its readings are kept.
    public static final String NAME = "tiktok-display";

    private static final int A_PAGE = 20;
    private static final int REQUESTS_A_MINUTE = 600;
    private static final String LIST = "list ";
    private static final String PROFILE = "open_id,username,display_name,is_verified,follower_count,following_count,"
            + "likes_count,video_count";
    private static final String FIELDS = "id,create_time,share_url,video_description,title,duration,like_count,"
            + "comment_count,share_count,view_count";

    private final OpenApi api;

    TikTokDisplay(URI address, ClientToken token, Transport transport, InstantSource clock) {
        api = new OpenApi(NAME, address, token, transport, () -> clock.instant().plus(Duration.ofMinutes(1)));
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
        return EnumSet.of(Feed.CREATOR);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(new Budget("minute", Budget.Counts.REQUESTS, REQUESTS_A_MINUTE,
                new Budget.Span.Sliding(Duration.ofMinutes(1))));
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
        String cursor = ask.cursor();
        OpenApi.Came came = cursor == null
                ? api.ask("/v2/user/info/?fields=" + PROFILE, null)
                : api.ask("/v2/video/list/?fields=" + FIELDS, Wire.write(body(cursor.substring(LIST.length()))));
        return switch (came) {
            case OpenApi.Came.Ended(Answer answer) -> answer;
            case OpenApi.Came.Told told -> cursor == null
                    ? profile(told, ask.subject().target())
                    : videos(told, cursor);
        };
    }

    private static ObjectNode body(String cursor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("max_count", A_PAGE);
        return cursor.isEmpty() ? body : body.put("cursor", Long.parseLong(cursor));
    }

    private static Answer profile(OpenApi.Came.Told told, String wanted) {
        JsonNode user = told.data().path("user");
        String handle = user.path("username").asString("").toLowerCase(Locale.ROOT);
        if (!user.isObject() || handle.isEmpty()) {
            return told.malformed("the profile has no username; does the token allow user.info.profile?");
        }
        return handle.equals(wanted)
                ? new Answer.Page(told.receipt(), FileFormat.TIKTOK_DISPLAY, told.body(), LIST,
                        told.reply().simulated())
                : new Answer.NotFound(told.receipt(), "the token is of another account");
    }

    private static Answer videos(OpenApi.Came.Told told, String asked) {
        JsonNode data = told.data();
        if (!data.path("videos").isArray() && !data.path("videos").isMissingNode()) {
            return told.malformed("the list of videos is not where the contract has it");
        }
        JsonNode place = data.path("cursor");
        boolean more = Wire.flag(data.path("has_more"));
        if (more && !(place.isIntegralNumber() && place.canConvertToLong())) {
            return told.malformed("the cursor of the next page is no whole number");
        }
        String next = next(more, place, asked);
        return new Answer.Page(told.receipt(), FileFormat.TIKTOK_DISPLAY, told.body(), next,
                told.reply().simulated());
    }

    private static @Nullable String next(boolean more, JsonNode place, String asked) {
        String next = more ? LIST + place.asLong() : null;
        return asked.equals(next) ? null : next;
    }
}
