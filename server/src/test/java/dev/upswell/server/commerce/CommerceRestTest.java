package dev.upswell.server.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.CommerceFact;
import dev.upswell.commerce.Money;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.commerce.rest.CommerceRestConfiguration;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.ShellSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommerceRestTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();

    private void keep(CommerceFact... facts) {
        try (LakeSession lake = database.lake().open(tenant);
                CommerceChunkRepository chunk = new CommerceChunkRepository(lake, null)) {
            for (int row = 1; row <= facts.length; row++) {
                chunk.append(row, facts[row - 1]);
            }
            CommerceChunkRepository.Staged staged = chunk.stage();
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                staged.files().forEach(file -> database.manifest().publish(db, file));
            });
        }
    }

    private static AdResult result(String ad, Instant toldAt, String spend) {
        return new AdResult(new AdResult.Subject(AdResult.Level.AD, ad, null, "Bread, slowly", null),
                LocalDate.parse("2026-01-30"), "tiktok-business", toldAt, new Money(new BigDecimal(spend), "EUR"),
                Map.of(AdMetric.IMPRESSIONS, 1_000.0, AdMetric.CLICKS, 25.0, AdMetric.VIDEO_PLAYS, 800.0, AdMetric.CTR,
                        0.02));
    }

    private JsonNode get(String query) throws Exception {
        try (LocalSite site = LocalSite.of(List.of(CommerceRestConfiguration.class), InstantSource.fixed(NOON),
                ShellSettings.loopback().withLargestUpload(1 << 20), new FactRepository(tenant, database),
                new ViewingRepository(tenant, database));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/commerce" + query)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return JsonMapper.builder().build().readTree(answer.body());
        }
    }

    @Test
    void whatWasToldLastUntilATimeWasKnownThen() throws Exception {
        keep(result("77", NOON.minusSeconds(7_200), "1.50"), result("78", NOON.minusSeconds(7_200), "2"));
        keep(result("77", NOON.minusSeconds(60), "1.75"), result("78", NOON.minusSeconds(60), "2.00"));

        JsonNode now = get("");
        JsonNode before = get("?of=results&asOf=2026-02-01T11:00:00Z&limit=1");

        assertThat(now.at("/total").asInt()).isEqualTo(2);
        assertThat(now.at("/items/0/ad_id").asString()).isEqualTo("77");
        assertThat(now.at("/items/0/spend").asString()).isEqualTo("1.75");
        assertThat(now.at("/items/0/ctr").asDouble()).as("of its parts, not as told").isEqualTo(0.025);
        assertThat(now.at("/items/0/cpv").asString()).isEqualTo("0.002188");
        assertThat(now.at("/items/0/cvr").isNull()).isTrue();
        assertThat(now.at("/items/0/day").asString()).isEqualTo("2026-01-30");
        assertThat(before.at("/total").asInt()).isEqualTo(2);
        assertThat(before.at("/items")).hasSize(1);
        assertThat(before.at("/items/0/spend").asString()).isEqualTo("1.5");
        assertThat(get("?offset=9").at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void eachListHasItsOwnFactsAndSources() throws Exception {
        keep(new ShopOrder("5", "tiktok-shop", NOON, "COMPLETED", NOON, null, null,
                new Money(new BigDecimal("27.90"), "USD")));

        assertThat(get("?of=orders&source=tiktok-shop").at("/items/0/total").asString()).isEqualTo("27.9");
        assertThat(get("?of=orders&source=another").at("/total").asInt()).isZero();
        assertThat(get("?of=order-lines").at("/items")).isEmpty();
        assertThat(get("?of=buyers").at("/status").asInt()).isEqualTo(400);
    }

    @Test
    void howAVideoIsWatchedIsToldWithWhoToldIt() throws Exception {
        EntityId video = EntityId.video("7600000000000000601");
        keep(new VideoViewing(video, "tiktok-studio", NOON.minusSeconds(7_200),
                new Viewing(0.4, 12.0, null, null, null, null, null, 3L)));
        keep(new VideoViewing(video, "creator-center", NOON.minusSeconds(60),
                new Viewing(0.5, null, null, null, null, null, null, null)));

        JsonNode now = get("/viewing/7600000000000000601");
        JsonNode before = get("/viewing/7600000000000000601?asOf=2026-02-01T11:00:00Z");

        assertThat(now.at("/known/completionRate").asDouble()).isEqualTo(0.5);
        assertThat(now.at("/known/averageWatchSeconds").asDouble()).as("told by another, earlier").isEqualTo(12.0);
        assertThat(now.at("/known/rewatchRatio").isNull()).isTrue();
        assertThat(now.at("/history")).hasSize(2);
        assertThat(now.at("/history/1/source").asString()).isEqualTo("creator-center");
        assertThat(before.at("/known/completionRate").asDouble()).isEqualTo(0.4);
        assertThat(before.at("/history")).hasSize(1);
        assertThat(get("/viewing/1").at("/history")).isEmpty();
        assertThat(get("?of=viewing&source=tiktok-studio").at("/items/0/new_followers").asInt()).isEqualTo(3);
        assertThat(get("?of=viewing").at("/total").asInt()).isEqualTo(2);
        assertThat(get("/viewing/%20").at("/status").asInt()).isEqualTo(404);
    }
}
