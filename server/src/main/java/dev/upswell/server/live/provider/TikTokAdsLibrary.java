package dev.upswell.server.live.provider;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// TikTok's Commercial Content API: the public library of ads, searched by words among those published within a year.
///
/// It knows no cursor: the same question with the `search_id` of the answer before brings what follows.
public final class TikTokAdsLibrary implements Source {

    /// Under which its facts are kept.
    public static final String NAME = "tiktok-ads-library";

    private static final int A_PAGE = 50;
    private static final int LONGEST_WORDS = 50;
    private static final int REQUESTS_A_SECOND = 10;
    private static final Duration LOOKED_BACK = Duration.ofDays(364);
    /// The library begins here.
    private static final Instant FIRST = Instant.parse("2022-10-02T00:00:00Z");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final String FIELDS = "ad.id,ad.first_shown_date,ad.last_shown_date,ad.status,ad.status_statement,"
            + "ad.videos,ad.image_urls,ad.reach,advertiser.business_id,advertiser.business_name,advertiser.paid_for_by";

    private final OpenApi api;
    private final Budget requests;
    private final String country;

    /// @param country ISO 3166, or `ALL`
    TikTokAdsLibrary(URI address, ClientToken token, String country, long requestsPerDay, Transport transport,
            InstantSource clock) {
        this.country = country;
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
        return EnumSet.of(Feed.ADS);
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
        return A_PAGE;
    }

    @Override
    public Answer ask(Ask ask) {
        return switch (api.ask("/v2/research/adlib/ad/query/?fields=" + FIELDS, Wire.write(query(ask)))) {
            case OpenApi.Came.Ended(Answer answer) -> answer;
            case OpenApi.Came.Told told -> page(told);
        };
    }

    private ObjectNode query(Ask ask) {
        Instant first = ask.begunAt().minus(LOOKED_BACK);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode filters = body.putObject("filters");
        filters.putObject("ad_published_date_range").put("min", DAY.format(first.isBefore(FIRST) ? FIRST : first))
                .put("max", DAY.format(ask.begunAt()));
        filters.put("country_code", country);
        String words = ask.subject().target();
        body.put("search_term", words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS))
                .put("search_type", "fuzzy_phrase").put("max_count", A_PAGE);
        return ask.cursor() == null ? body : body.put("search_id", ask.cursor());
    }

    private static Answer page(OpenApi.Came.Told told) {
        JsonNode data = told.data();
        if (!data.isObject() || !(data.path("ads").isArray() || data.path("ads").isMissingNode())) {
            return told.malformed("the list of ads is not where the contract has it");
        }
        String next = next(data);
        return next == null || Wire.isCursor(next)
                ? new Answer.Page(told.receipt(), FileFormat.TIKTOK_LIBRARY_ADS, told.body(), next,
                        told.reply().simulated())
                : told.malformed("the search_id of the next page is none");
    }

    private static @Nullable String next(JsonNode data) {
        String search = data.path("search_id").asString("");
        // A page without an ad is the end, whatever is said of more: else it could go on for ever.
        return Wire.flag(data.path("has_more")) && !search.isBlank() && !data.path("ads").isEmpty() ? search : null;
    }
}
