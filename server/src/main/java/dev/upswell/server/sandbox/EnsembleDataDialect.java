package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import dev.upswell.simulate.SimulatedWorld.Passing.Tally;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// EnsembleData's contract: posts by hashtag, creator, sound, words and ids; a unit a page.
final class EnsembleDataDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int A_PAGE = 20;
    private static final int A_DEPTH = 10;
    private static final int MOST_IDS = 100;

    private final Stage stage;
    private final Quota quota;

    EnsembleDataDialect(Stage stage, Quota quota) {
        this.stage = stage;
        this.quota = quota;
    }

    @Override
    public Told throttled() {
        return new Told(429, Map.of("units_charged", "0", "Retry-After", "1"), detail("Rate limit exceeded"));
    }

    @Override
    public Told failing() {
        return refused(500, "Internal server error");
    }

    private static Told refused(int status, String text) {
        return new Told(status, Map.of("units_charged", "0"), detail(text));
    }

    private static String detail(String text) {
        return JSON.objectNode().put("detail", text).toString();
    }

    @Override
    public Told answer(Request request, boolean repeated) {
        if (!request.said("token").equals(SandboxSettings.TOKEN)) {
            return refused(491, "Invalid token");
        }
        return switch (request.path()) {
            case "/tt/hashtag/posts" -> posts(request, "name", Stage.tagged(request.said("name")), repeated, false);
            case "/tt/keyword/search" -> posts(request, "name", Stage.saying(request.said("name")), repeated, true);
            case "/tt/user/posts" -> ofCreator(request, repeated);
            case "/tt/music/posts" -> ofSound(request, repeated);
            case "/tt/post/multi-info" -> byId(request);
            case "/customer/get-used-units" -> usedUnits(request);
            default -> refused(404, "Not Found");
        };
    }

    private Told charged(ObjectNode body) {
        return quota.take(1)
                ? new Told(200, Map.of("units_charged", "1"), body.toString())
                : refused(495, "Maximum requests limit reached for today");
    }

    private Told posts(Request request, String required, Predicate<Shown> wanted, boolean repeated,
            boolean wrapped) {
        Optional<Integer> cursor = number(request.said("cursor"));
        if (request.said(required).isBlank() || cursor.isEmpty()) {
            return refused(422, "a parameter is missing or no number");
        }
        Part part = Part.of(stage.videos(wanted), cursor.get(), A_PAGE, repeated);
        ObjectNode body = JSON.objectNode();
        ObjectNode data = body.putObject("data");
        part.next().ifPresent(next -> data.put("nextCursor", next));
        ArrayNode list = data.putArray("data");
        part.videos().forEach(video -> list.add(wrapped
                ? JSON.objectNode().put("type", 1).set("aweme_info", aweme(video))
                : aweme(video)));
        return charged(body);
    }

    private Told ofCreator(Request request, boolean repeated) {
        Optional<Integer> cursor = number(request.said("start_cursor"));
        if (request.said("username").isBlank() || cursor.isEmpty()
                || number(request.said("depth")).filter(depth -> depth > 0).isEmpty()) {
            return refused(422, "a parameter is missing or no number");
        }
        List<Shown> all = stage.videos(Stage.by(request.said("username")));
        if (all.isEmpty()) {
            return refused(463, "User not found");
        }
        Part part = Part.of(all, cursor.get(), A_DEPTH, repeated);
        ObjectNode body = JSON.objectNode();
        ArrayNode list = body.putArray("data");
        part.videos().forEach(video -> list.add(aweme(video)));
        part.next().ifPresent(next -> body.put("nextCursor", next));
        return charged(body);
    }

    private Told ofSound(Request request, boolean repeated) {
        Optional<Integer> cursor = number(request.said("cursor"));
        if (request.said("music_id").isBlank() || cursor.isEmpty()) {
            return refused(422, "a parameter is missing or no number");
        }
        Part part = Part.of(stage.videos(Stage.with(request.said("music_id"))), cursor.get(), A_PAGE, repeated);
        ObjectNode body = JSON.objectNode();
        ObjectNode data = body.putObject("data");
        ArrayNode list = data.putArray("aweme_list");
        part.videos().forEach(video -> list.add(aweme(video)));
        part.next().ifPresent(next -> data.put("nextCursor", next));
        return charged(body);
    }

    private Told byId(Request request) {
        List<String> ids = Arrays.asList(request.said("ids").split(";", -1));
        if (ids.size() > MOST_IDS) {
            return refused(464, "Too many ids");
        }
        ObjectNode body = JSON.objectNode();
        ArrayNode list = body.putArray("data");
        ids.forEach(id -> stage.video(id).ifPresent(video -> list.add(aweme(video))));
        return charged(body);
    }

    private Told usedUnits(Request request) {
        try {
            ObjectNode body = JSON.objectNode();
            body.putObject("data").put("tiktok", quota.used(LocalDate.parse(request.said("date"))));
            return Told.of(200, body.toString());
        } catch (DateTimeException e) {
            return refused(422, "date must be YYYY-MM-DD");
        }
    }

    /// A cursor or a depth; 0 when it is missing, empty when it is no number.
    private static Optional<Integer> number(String text) {
        if (text.isEmpty()) {
            return Optional.of(0);
        }
        return text.matches("\\d{1,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static ObjectNode aweme(Shown video) {
        ObjectNode post = JSON.objectNode().put("aweme_id", video.id())
                .put("create_time", video.createdAt().getEpochSecond()).put("desc", video.caption())
                .put("region", video.creator().region()).put("aweme_type", 0).put("is_top", 0)
                .put("duration", video.seconds() * 1_000L)
                .put("share_url", "https://www.tiktok.com/@" + video.creator().handle() + "/video/" + video.id());
        post.putObject("statistics").put("aweme_id", video.id()).put("play_count", video.views())
                .put("digg_count", video.likes()).put("comment_count", video.comments())
                .put("share_count", video.shares()).put("collect_count", video.saves());
        post.putObject("status").put("is_delete", false).put("is_private", false);
        post.putObject("video").put("duration", video.seconds() * 1_000L);
        // Feeds do not fill the counters of authors.
        post.putObject("author").put("unique_id", video.creator().handle()).put("nickname", video.creator().name())
                .put("follower_count", 0).put("aweme_count", 0).put("total_favorited", 0);
        post.putObject("music").put("id", new BigInteger(video.sound().id())).put("id_str", video.sound().id())
                .put("mid", video.sound().id()).put("title", video.sound().name())
                .put("user_count", video.sound().posts());
        ArrayNode challenges = post.putArray("cha_list");
        ArrayNode texts = post.putArray("text_extra");
        for (Tally tag : video.hashtags()) {
            challenges.addObject().put("cha_name", tag.id()).put("user_count", tag.posts()).put("view_count",
                    tag.views());
            texts.addObject().put("type", 1).put("hashtag_name", tag.id());
        }
        return post;
    }
}
