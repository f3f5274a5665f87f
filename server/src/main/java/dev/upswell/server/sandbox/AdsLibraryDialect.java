package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The contract of TikTok's Commercial Content API: ads by words, further pages by the search's id.
final class AdsLibraryDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST = 50;
    private static final int USUAL = 10;

    private final Trade trade;
    private final Quota quota;
    private final OpenApiTokens tokens;

    AdsLibraryDialect(Trade trade, Quota quota, InstantSource clock) {
        this.trade = trade;
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
        if (!request.path().equals("/v2/research/adlib/ad/query/")) {
            return OpenApiTokens.refused(404, "invalid_request", "There is no such path.");
        }
        return quota.take(1)
                ? query(request, repeated)
                : OpenApiTokens.refused(429, "daily_quota_limit_exceeded", "The daily quota is used up.");
    }

    private Told query(Request request, boolean repeated) {
        try {
            JsonNode body = MAPPER.readTree(request.body());
            int size = body.path("max_count").asInt(USUAL);
            String search = body.path("search_id").asString("s0");
            if (size < 1 || size > MOST || !search.matches("s\\d{1,8}")
                    || !body.at("/filters/ad_published_date_range/min").asString("").matches("\\d{8}")) {
                return OpenApiTokens.refused(400, "invalid_params", "The query is not understood.");
            }
            String words = body.path("search_term").asString("").toLowerCase(Locale.ROOT);
            List<Shown> ads = trade.ads().stream()
                    .filter(ad -> ad.caption().toLowerCase(Locale.ROOT).contains(words)).toList();
            Part part = Part.of(ads, Integer.parseInt(search.substring(1)), size, repeated);
            ObjectNode data = JSON.objectNode();
            ArrayNode list = data.putArray("ads");
            part.videos().forEach(ad -> list.add(ad(ad)));
            data.put("has_more", part.next().isPresent()).put("search_id", "s" + part.next().orElse(ads.size()));
            return OpenApiTokens.told(data);
        } catch (JacksonException e) {
            return OpenApiTokens.refused(400, "invalid_params", "The body is no JSON.");
        }
    }

    private static ObjectNode ad(Shown video) {
        ObjectNode one = JSON.objectNode();
        ObjectNode ad = one.putObject("ad").put("id", Long.parseLong(Trade.adId(video)))
                .put("first_shown_date",
                        Integer.parseInt(DateTimeFormatter.BASIC_ISO_DATE.format(Trade.day(video.createdAt()))))
                .put("status", "active");
        ad.putArray("videos").addObject().put("url", "https://cdn.example/" + video.id());
        ad.putArray("image_urls");
        ad.putObject("reach").put("unique_users_seen", bucket(video.views()));
        one.putObject("advertiser").put("business_id", 3_847_236_290_405L).put("business_name", video.creator().name())
                .put("paid_for_by", video.creator().name());
        return one;
    }

    private static String bucket(long people) {
        if (people < 1_000) {
            return String.valueOf(people);
        }
        return people < 1_000_000 ? people / 1_000 + "K" : people / 1_000_000 + "M";
    }
}
