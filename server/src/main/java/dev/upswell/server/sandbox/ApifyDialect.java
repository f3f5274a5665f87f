package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Apify's contract: runs that are started, end when they were looked at twice, and leave a dataset. A run costs a cent and half a
/// cent for each item, never more than its start allows.
final class ApifyDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern RUNS = Pattern.compile("/v2/act(?:or)?s/[^/]+/runs");
    private static final Pattern RUN = Pattern.compile("/v2/actor-runs/(run\\d+)");
    private static final Pattern ITEMS = Pattern.compile("/v2/datasets/data(\\d+)/items");
    private static final Pattern INPUT = Pattern.compile("/v2/key-value-stores/store(\\d+)/records/INPUT");
    private static final int MOST_OF_A_FEED = 800;

    private final Stage stage;
    private final Quota cents;
    private final InstantSource clock;
    private final List<Run> runs = new ArrayList<>();

    /// A run with what it found.
    private static final class Run {

        private final int number;
        private final JsonNode input;
        private final Instant startedAt;
        private final List<Shown> found;
        private final int cost;
        private int looks;

        Run(int number, JsonNode input, Instant startedAt, List<Shown> found, int cost) {
            this.number = number;
            this.input = input;
            this.startedAt = startedAt;
            this.found = found;
            this.cost = cost;
        }

        boolean isOver() {
            return looks >= 2;
        }

        ObjectNode told() {
            ObjectNode run = JSON.objectNode().put("id", "run" + number).put("status", isOver()
                    ? "SUCCEEDED"
                    : "RUNNING").put("startedAt", startedAt.toString())
                    .put("defaultDatasetId", "data" + number).put("defaultKeyValueStoreId", "store" + number);
            return isOver()
                    ? run.put("usageTotalUsd", BigDecimal.valueOf(cost, 2))
                    : run.putNull("usageTotalUsd");
        }
    }

    ApifyDialect(Stage stage, Quota cents, InstantSource clock) {
        this.stage = stage;
        this.cents = cents;
        this.clock = clock;
    }

    @Override
    public Told throttled() {
        return refused(429, "rate-limit-exceeded", "You have exceeded the rate limit");
    }

    @Override
    public Told failing() {
        return refused(500, "internal-error", "Something went wrong");
    }

    private static Told refused(int status, String type, String message) {
        ObjectNode body = JSON.objectNode();
        body.putObject("error").put("type", type).put("message", message);
        return Told.of(status, body.toString());
    }

    /// How many runs were started.
    synchronized int started() {
        return runs.size();
    }

    @Override
    public synchronized Told answer(Request request, boolean repeated) {
        if (!("Bearer " + SandboxSettings.TOKEN).equals(request.headers().get("authorization"))) {
            return refused(401, "token-not-provided", "Authentication token was not provided or is wrong");
        }
        if (RUNS.matcher(request.path()).matches()) {
            return request.method().equals("POST") ? start(request) : list();
        }
        Matcher run = RUN.matcher(request.path());
        if (run.matches()) {
            return run(run.group(1).substring("run".length())).map(one -> {
                one.looks++;
                return data(one.told());
            }).orElseGet(ApifyDialect::unknown);
        }
        Matcher input = INPUT.matcher(request.path());
        if (input.matches()) {
            return run(input.group(1)).map(one -> Told.of(200, one.input.toString()))
                    .orElseGet(ApifyDialect::unknown);
        }
        Matcher items = ITEMS.matcher(request.path());
        return items.matches()
                ? run(items.group(1)).map(one -> items(one, request, repeated)).orElseGet(ApifyDialect::unknown)
                : refused(404, "page-not-found", "There is no such path");
    }

    private static Told unknown() {
        return refused(404, "record-not-found", "There is no such record");
    }

    private static Told data(JsonNode data) {
        return Told.of(200, JSON.objectNode().set("data", data).toString());
    }

    private Optional<Run> run(String number) {
        return runs.stream().filter(one -> String.valueOf(one.number).equals(number)).findFirst();
    }

    private Told list() {
        ObjectNode body = JSON.objectNode().put("total", runs.size()).put("offset", 0).put("desc", true);
        ArrayNode items = body.putArray("items");
        runs.reversed().forEach(one -> items.add(one.told()));
        return data(body);
    }

    private Told start(Request request) {
        try {
            JsonNode input = MAPPER.readTree(request.body());
            Optional<Predicate<Shown>> wanted = wanted(input);
            int most = input.path("resultsPerPage").asInt(1);
            if (wanted.isEmpty() || most < 1) {
                return refused(400, "invalid-input", "The input is not understood");
            }
            String given = request.said("maxTotalChargeUsd");
            int ceiling = given.isEmpty()
                    ? Integer.MAX_VALUE
                    : new BigDecimal(given).movePointRight(2).intValue();
            List<Shown> found = stage.videos(wanted.get()).stream()
                    .limit(Math.min(Math.min(most, MOST_OF_A_FEED), Math.max(0, ceiling - 1) * 2L)).toList();
            int cost = 1 + (found.size() + 1) / 2;
            if (!cents.take(cost)) {
                return refused(402, "monthly-usage-limit-exceeded", "Your usage limit is reached");
            }
            Run run = new Run(runs.size() + 1, input, clock.instant(), found, cost);
            runs.add(run);
            return new Told(201, Map.of(), JSON.objectNode().set("data", run.told()).toString());
        } catch (JacksonException | NumberFormatException e) {
            return refused(400, "invalid-input", "The input is no JSON");
        }
    }

    private static Optional<Predicate<Shown>> wanted(JsonNode input) {
        String hashtag = input.at("/hashtags/0").asString("");
        String profile = input.at("/profiles/0").asString("");
        String words = input.at("/searchQueries/0").asString("");
        String address = input.at("/postURLs/0").asString("");
        if (!hashtag.isEmpty()) {
            return Optional.of(Stage.tagged(hashtag));
        }
        if (!profile.isEmpty()) {
            return Optional.of(Stage.by(profile));
        }
        if (!words.isEmpty()) {
            return Optional.of(Stage.saying(words));
        }
        return address.isEmpty() ? Optional.empty() : Optional.of(video -> address.endsWith("/" + video.id()));
    }

    private static Told items(Run run, Request request, boolean repeated) {
        if (!request.said("offset").matches("\\d{1,8}") || !request.said("limit").matches("\\d{1,8}")) {
            return refused(400, "invalid-value", "offset and limit must be numbers");
        }
        Part part = Part.of(run.found, Integer.parseInt(request.said("offset")),
                Integer.parseInt(request.said("limit")), repeated);
        ArrayNode body = JSON.arrayNode();
        part.videos().forEach(video -> body.add(item(video)));
        return new Told(200, Map.of("X-Apify-Pagination-Total", String.valueOf(run.found.size())), body.toString());
    }

    private static ObjectNode item(Shown video) {
        ObjectNode item = JSON.objectNode().put("id", video.id()).put("text", video.caption())
                .put("createTime", video.createdAt().getEpochSecond())
                .put("createTimeISO", video.createdAt().toString()).put("diggCount", video.likes())
                .put("shareCount", video.shares()).put("playCount", video.views())
                .put("collectCount", video.saves()).put("commentCount", video.comments()).put("isSlideshow", false)
                .put("webVideoUrl",
                        "https://www.tiktok.com/@" + video.creator().handle() + "/video/" + video.id());
        item.putObject("authorMeta").put("id", Api23Dialect.hashtagId(video.creator().handle()))
                .put("name", video.creator().handle()).put("nickName", video.creator().name())
                .put("privateAccount", false).put("fans", video.creator().followers())
                .put("heart", video.creator().likes()).put("video", video.creator().posts());
        item.putObject("musicMeta").put("musicId", video.sound().id()).put("musicName", video.sound().name());
        item.putObject("videoMeta").put("duration", video.seconds());
        ArrayNode tags = item.putArray("hashtags");
        video.hashtags().forEach(tag -> tags.addObject().put("name", tag.id()));
        return item;
    }
}
