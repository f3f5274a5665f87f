package dev.upswell.server.sandbox;

import dev.upswell.numeric.SplitMix;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import dev.upswell.simulate.SimulatedWorld.Passing.Tally;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The contract of TikTok's Research API: the client's token, and the query for videos by one condition or several that must all
/// hold. A request counts whatever it is answered.
final class ResearchDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final int LONGEST_RANGE = 30;

    private final Stage stage;
    private final Quota quota;
    private final OpenApiTokens tokens;

    ResearchDialect(Stage stage, Quota quota, InstantSource clock) {
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
        if (!request.method().equals("POST")) {
            return Told.of(405, "{}");
        }
        return switch (request.path()) {
            case "/v2/oauth/token/" -> tokens.token(Request.pairs(request.body()));
            case "/v2/research/video/query/" -> query(request, repeated);
            default -> OpenApiTokens.refused(404, "invalid_request", "There is no such path.");
        };
    }

    private Told query(Request request, boolean repeated) {
        if (!tokens.isLet(request)) {
            return OpenApiTokens.refused(401, "access_token_invalid",
                    "The access token is invalid or not found in the request.");
        }
        if (!quota.take(1)) {
            return OpenApiTokens.refused(429, "daily_quota_limit_exceeded", "The daily quota limit has been exceeded.");
        }
        Set<String> fields = new HashSet<>(Arrays.asList(request.said("fields").split(",", -1)));
        try {
            JsonNode body = MAPPER.readTree(request.body());
            Optional<Predicate<Shown>> wanted = wanted(body);
            int size = body.path("max_count").asInt(USUAL);
            if (wanted.isEmpty() || size < 1 || size > MOST) {
                return OpenApiTokens.refused(400, "invalid_params", "The query or max_count is not understood.");
            }
            return page(Part.of(stage.videos(wanted.get()), Math.max(0, body.path("cursor").asInt(0)), size, repeated),
                    searchId(body), fields);
        } catch (JacksonException e) {
            return OpenApiTokens.refused(400, "invalid_params", "The body is no JSON.");
        }
    }

    /// What the dates and conditions ask for; empty when they are not of the contract.
    private static Optional<Predicate<Shown>> wanted(JsonNode body) {
        JsonNode conditions = body.at("/query/and");
        if (!conditions.isArray() || conditions.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate from = LocalDate.parse(body.path("start_date").asString(""), DAY);
            LocalDate to = LocalDate.parse(body.path("end_date").asString(""), DAY);
            if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_RANGE) {
                return Optional.empty();
            }
            Predicate<Shown> all = video -> {
                LocalDate day = LocalDate.ofInstant(video.createdAt(), ZoneOffset.UTC);
                return !day.isBefore(from) && !day.isAfter(to);
            };
            for (JsonNode condition : conditions) {
                Optional<Predicate<Shown>> one = condition(condition);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all = all.and(one.get());
            }
            return Optional.of(all);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Predicate<Shown>> condition(JsonNode condition) {
        JsonNode values = condition.path("field_values");
        if (!Set.of("EQ", "IN").contains(condition.path("operation").asString("")) || !values.isArray()
                || values.isEmpty()) {
            return Optional.empty();
        }
        Predicate<Shown> any = video -> false;
        for (JsonNode value : values) {
            String text = value.asString("");
            Predicate<Shown> one = switch (condition.path("field_name").asString("")) {
                case "hashtag_name" -> Stage.tagged(text);
                case "username" -> Stage.by(text);
                case "music_id" -> Stage.with(text);
                case "keyword" -> Stage.saying(text);
                case "video_id" -> video -> video.id().equals(text);
                case "region_code" -> video -> video.creator().region().equals(text);
                default -> null;
            };
            if (one == null) {
                return Optional.empty();
            }
            any = any.or(one);
        }
        return Optional.of(any);
    }

    private static String searchId(JsonNode body) {
        String given = body.path("search_id").asString("");
        return given.isEmpty()
                ? Long.toString(SplitMix.mix(body.path("query").toString().hashCode() + 1L) >>> 1)
                : given;
    }

    private static Told page(Part part, String searchId, Set<String> fields) {
        ObjectNode body = JSON.objectNode();
        ObjectNode data = body.putObject("data");
        ArrayNode videos = data.putArray("videos");
        part.videos().forEach(video -> videos.add(video(video, fields)));
        data.put("has_more", part.next().isPresent()).put("search_id", searchId);
        part.next().ifPresent(next -> data.put("cursor", next));
        body.putObject("error").put("code", "ok").put("message", "").put("log_id", "sandbox");
        return Told.of(200, body.toString());
    }

    private static ObjectNode video(Shown video, Set<String> fields) {
        ObjectNode all = JSON.objectNode().put("id", new BigInteger(video.id()))
                .put("create_time", video.createdAt().getEpochSecond()).put("username", video.creator().handle())
                .put("region_code", video.creator().region()).put("video_description", video.caption())
                .put("music_id", new BigInteger(video.sound().id())).put("like_count", video.likes())
                .put("comment_count", video.comments()).put("share_count", video.shares())
                .put("view_count", video.views()).put("favorites_count", video.saves())
                .put("video_duration", video.seconds());
        ArrayNode tags = all.putArray("hashtag_names");
        List<String> names = video.hashtags().stream().map(Tally::id).toList();
        names.forEach(tags::add);
        all.retain(fields);
        return all;
    }
}
