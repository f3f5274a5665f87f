package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Poster;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The contract of TikTok's Display API, for one account: the busiest creator.
final class DisplayDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST = 20;
    private static final int USUAL = 10;

    private final Stage stage;
    private final Quota quota;
    private final OpenApiTokens tokens;

    DisplayDialect(Stage stage, Quota quota, InstantSource clock) {
        this.stage = stage;
        this.quota = quota;
        this.tokens = new OpenApiTokens(clock);
    }

    @Override
    public Told throttled() {
        return OpenApiTokens.refused(429, "rate_limit_exceeded", "Too many requests.");
    }

    @Override
    public Told failing() {
        return OpenApiTokens.refused(500, "internal_error", "Something went wrong.");
    }

    @Override
    public Told answer(Request request, boolean repeated) {
        if (request.path().equals("/v2/oauth/token/")) {
            return tokens.token(Request.pairs(request.body()));
        }
        if (!tokens.isLet(request)) {
            return OpenApiTokens.refused(401, "access_token_invalid", "The access token is invalid.");
        }
        if (!quota.take(1)) {
            return throttled();
        }
        List<Shown> own = stage.videos(Stage.by(stage.busiestCreator()));
        return switch (request.path()) {
            case "/v2/user/info/" -> profile(own.getFirst().creator());
            case "/v2/video/list/" -> list(own, request, repeated);
            default -> OpenApiTokens.refused(404, "invalid_request", "There is no such path.");
        };
    }

    private static Told profile(Poster poster) {
        ObjectNode data = JSON.objectNode();
        data.putObject("user").put("open_id", "sandbox-open-id").put("username", poster.handle())
                .put("display_name", poster.name()).put("is_verified", false)
                .put("follower_count", poster.followers()).put("following_count", 0)
                .put("likes_count", poster.likes()).put("video_count", poster.posts());
        return OpenApiTokens.told(data);
    }

    /// The place of a page is the time before which its videos were posted, in milliseconds.
    private static Told list(List<Shown> own, Request request, boolean repeated) {
        try {
            JsonNode body = MAPPER.readTree(request.body());
            int size = body.path("max_count").asInt(USUAL);
            if (size < 1 || size > MOST) {
                return OpenApiTokens.refused(400, "invalid_params", "max_count must be from 1 to 20.");
            }
            long before = body.path("cursor").asLong(Long.MAX_VALUE);
            int from = (int) own.stream().filter(video -> video.createdAt().toEpochMilli() >= before).count();
            Part part = Part.of(own, from, size, repeated);
            ObjectNode data = JSON.objectNode();
            ArrayNode videos = data.putArray("videos");
            part.videos().forEach(video -> videos.add(video(video)));
            data.put("has_more", part.next().isPresent());
            part.next().ifPresent(next -> data.put("cursor", own.get(next - 1).createdAt().toEpochMilli()));
            return OpenApiTokens.told(data);
        } catch (JacksonException e) {
            return OpenApiTokens.refused(400, "invalid_params", "The body is no JSON.");
        }
    }

    private static ObjectNode video(Shown video) {
        return JSON.objectNode().put("id", video.id()).put("create_time", video.createdAt().getEpochSecond())
                .put("share_url", "https://www.tiktok.com/@" + video.creator().handle() + "/video/" + video.id())
                .put("video_description", video.caption()).put("duration", video.seconds())
                .put("like_count", video.likes()).put("comment_count", video.comments())
                .put("share_count", video.shares()).put("view_count", video.views());
    }
}
