package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Poster;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import dev.upswell.simulate.SimulatedWorld.Passing.Tally;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The contract of api23-style relays: profiles first, then lists by the ids that they tell; a request costs one.
final class Api23Dialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_A_PAGE = 35;
    private static final int FOUND_ON_A_PAGE = 12;
    private static final int SECONDS_TO_MIDNIGHT = 86_400;
    private static final String SEC = "MS4wLjABAAAA";

    private final Stage stage;
    private final Quota quota;

    Api23Dialect(Stage stage, Quota quota) {
        this.stage = stage;
        this.quota = quota;
    }

    @Override
    public Told throttled() {
        return new Told(429, Map.of("x-ratelimit-requests-remaining", "7"),
                message("You have exceeded the rate limit per minute for your plan"));
    }

    @Override
    public Told failing() {
        return Told.of(503, message("upstream unavailable"));
    }

    private static String message(String text) {
        return JSON.objectNode().put("message", text).toString();
    }

    @Override
    public Told answer(Request request, boolean repeated) {
        if (!SandboxSettings.TOKEN.equals(request.headers().get("x-rapidapi-key"))) {
            return Told.of(401, message("Invalid API key."));
        }
        if (!quota.take(1)) {
            return new Told(429, Map.of("x-ratelimit-requests-remaining", "0", "x-ratelimit-requests-reset",
                    String.valueOf(SECONDS_TO_MIDNIGHT - quota.secondOfDay())),
                    message("You have exceeded the MONTHLY quota for Requests on your current plan"));
        }
        return switch (request.path()) {
            case "/api/challenge/info" -> hashtag(request.said("challengeName"));
            case "/api/challenge/posts" -> posts(request, tagged(request.said("challengeId")), repeated);
            case "/api/user/info-with-region", "/api/user/info" -> creator(request.said("uniqueId"));
            case "/api/user/posts" -> posts(request, by(request.said("secUid")), repeated);
            case "/api/music/posts" -> posts(request, Stage.with(request.said("musicId")), repeated);
            case "/api/search/video" -> found(request, repeated);
            case "/api/post/detail" -> stage.video(request.said("videoId")).map(video -> {
                ObjectNode body = JSON.objectNode().put("statusCode", 0);
                body.putObject("itemInfo").set("itemStruct", item(video));
                return Told.of(200, body.toString());
            }).orElseGet(() -> soft(10_204));
            default -> Told.of(404, message("Endpoint does not exist"));
        };
    }

    private static Told soft(int code) {
        return Told.of(200, JSON.objectNode().put("statusCode", code).put("statusMsg", "nothing there").toString());
    }

    static String hashtagId(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return String.valueOf(sum.getValue());
    }

    private static String secUid(String handle) {
        return SEC + HexFormat.of().formatHex(handle.getBytes(StandardCharsets.UTF_8));
    }

    private static Predicate<Shown> tagged(String id) {
        return video -> video.hashtags().stream().anyMatch(tag -> hashtagId(tag.id()).equals(id));
    }

    private static Predicate<Shown> by(String secUid) {
        return video -> secUid(video.creator().handle()).equals(secUid);
    }

    private Told hashtag(String name) {
        Optional<Tally> known = stage.videos(Stage.tagged(name)).stream().flatMap(video -> video.hashtags().stream())
                .filter(tag -> tag.id().equalsIgnoreCase(name)).findFirst();
        if (known.isEmpty()) {
            return soft(10_205);
        }
        Tally tag = known.get();
        ObjectNode body = JSON.objectNode().put("statusCode", 0);
        ObjectNode info = body.putObject("challengeInfo");
        info.putObject("challenge").put("id", hashtagId(tag.id())).put("title", tag.id());
        info.putObject("stats").put("viewCount", rounded(tag.views())).put("videoCount", rounded(tag.posts()));
        info.putObject("statsV2").put("viewCount", String.valueOf(tag.views())).put("videoCount",
                String.valueOf(tag.posts()));
        return Told.of(200, body.toString());
    }

    private Told creator(String handle) {
        List<Shown> own = stage.videos(Stage.by(handle));
        if (own.isEmpty()) {
            return soft(10_202);
        }
        Poster poster = own.getFirst().creator();
        ObjectNode body = JSON.objectNode().put("statusCode", 0);
        ObjectNode info = body.putObject("userInfo");
        info.putObject("user").put("id", hashtagId(poster.handle())).put("uniqueId", poster.handle())
                .put("secUid", secUid(poster.handle())).put("nickname", poster.name()).put("privateAccount", false)
                .put("secret", false).put("region", poster.region());
        counters(info.putObject("stats"), poster);
        info.putObject("statsV2").put("followerCount", String.valueOf(poster.followers()))
                .put("heartCount", String.valueOf(poster.likes()))
                .put("videoCount", String.valueOf(poster.posts()));
        return Told.of(200, body.toString());
    }

    private static ObjectNode counters(ObjectNode stats, Poster poster) {
        return stats.put("followerCount", rounded(poster.followers())).put("heartCount", rounded(poster.likes()))
                .put("videoCount", rounded(poster.posts()));
    }

    /// To three digits, as web pages show counts.
    private static long rounded(long count) {
        long step = 1;
        while (count / step >= 1_000) {
            step *= 10;
        }
        return count / step * step;
    }

    private Told posts(Request request, Predicate<Shown> wanted, boolean repeated) {
        Optional<Integer> cursor = number(request.said("cursor"), 0);
        Optional<Integer> count = number(request.said("count"), 30).filter(size -> size >= 1 && size <= MOST_A_PAGE);
        if (cursor.isEmpty() || count.isEmpty()) {
            return Told.of(400, message("cursor and count must be numbers"));
        }
        Part part = Part.of(stage.videos(wanted), cursor.get(), count.get(), repeated);
        ObjectNode body = JSON.objectNode();
        ObjectNode data = body.putObject("data");
        data.put("statusCode", 0).put("hasMore", part.next().isPresent());
        part.next().ifPresent(next -> data.put("cursor", String.valueOf(next)));
        items(data.putArray("itemList"), part);
        return Told.of(200, body.toString());
    }

    private Told found(Request request, boolean repeated) {
        Optional<Integer> cursor = number(request.said("cursor"), 0);
        if (request.said("keyword").isBlank() || cursor.isEmpty()) {
            return Told.of(400, message("keyword is missing or cursor is no number"));
        }
        Part part = Part.of(stage.videos(Stage.saying(request.said("keyword"))), cursor.get(), FOUND_ON_A_PAGE,
                repeated);
        ObjectNode body = JSON.objectNode().put("status_code", 0).put("has_more", part.next().isPresent() ? 1 : 0);
        part.next().ifPresent(next -> body.put("cursor", next));
        body.putObject("log_pb").put("impr_id", "SANDBOXSEARCH" + hashtagId(request.said("keyword")));
        items(body.putArray("item_list"), part);
        return Told.of(200, body.toString());
    }

    private static void items(ArrayNode list, Part part) {
        part.videos().forEach(video -> list.add(item(video)));
    }

    private static Optional<Integer> number(String text, int missing) {
        if (text.isEmpty()) {
            return Optional.of(missing);
        }
        return text.matches("\\d{1,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static ObjectNode item(Shown video) {
        ObjectNode item = JSON.objectNode().put("id", video.id()).put("desc", video.caption())
                .put("createTime", video.createdAt().getEpochSecond()).put("isAd", false).put("privateItem", false)
                .put("secret", false);
        item.putObject("stats").put("playCount", rounded(video.views())).put("diggCount", rounded(video.likes()))
                .put("commentCount", rounded(video.comments())).put("shareCount", rounded(video.shares()))
                .put("collectCount", String.valueOf(rounded(video.saves())));
        item.putObject("statsV2").put("playCount", String.valueOf(video.views()))
                .put("diggCount", String.valueOf(video.likes()))
                .put("commentCount", String.valueOf(video.comments()))
                .put("shareCount", String.valueOf(video.shares()))
                .put("collectCount", String.valueOf(video.saves()));
        item.putObject("author").put("id", hashtagId(video.creator().handle()))
                .put("uniqueId", video.creator().handle()).put("secUid", secUid(video.creator().handle()))
                .put("nickname", video.creator().name()).put("privateAccount", false).put("secret", false);
        counters(item.putObject("authorStats"), video.creator());
        item.putObject("video").put("duration", video.seconds());
        item.putObject("music").put("id", video.sound().id()).put("title", video.sound().name());
        ArrayNode challenges = item.putArray("challenges");
        video.hashtags().forEach(
                tag -> challenges.addObject().put("id", hashtagId(tag.id())).put("title", tag.id()));
        return item;
    }
}
