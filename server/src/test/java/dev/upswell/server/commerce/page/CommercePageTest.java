package dev.upswell.server.commerce.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.web.LocalSite;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommercePageTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:20:00Z");

    private static String text(CommerceFacts facts, String path) {
        try (LocalSite server = LocalSite.of(List.of(CommercePagesConfiguration.class), InstantSource.fixed(NOON),
                facts)) {
            return server.client().page(path).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        }
    }

    @Test
    void factsStandUnderWordsWithRatesInPercent() {
        Map<String, @Nullable Object> fact = new HashMap<>(Map.of("source", "tiktok-business", "ad_id", "77", "day",
                "2026-01-30", "currency", "EUR", "spend", "1.75", "impressions", 12_345.0, "ctr", 0.025));

        assertThat(text((kind, source, asOf, limit, offset) -> new CommerceFacts.Known(List.of(fact), 31),
                "/sources/commerce"))
                .contains("31", "tiktok-business", "Impressions", "CTR", "1.75", "12,345", "2.50\u00a0%", "–")
                .doesNotContain("ad_id");
    }

    @Test
    void anEmptyListSaysHowToFillIt() {
        assertThat(text((kind, source, asOf, limit, offset) -> new CommerceFacts.Known(List.of(), 0),
                "/sources/commerce?of=orders")).contains("watch add orders:SHOP --source tiktok-shop");
    }

    private static Map<String, @Nullable Object> share(String about, String trait, String band, double share) {
        return new HashMap<>(
                Map.of("entity_kind", "creator", "entity_id", about, "trait", trait, "band", band, "share", share));
    }

    @Test
    void audiencesAreMapsWhoseMissingCellsSaySo() {
        List<Map<String, @Nullable Object>> told = List.of(share("ada", "country_device", "ID/android", 0.4),
                share("ada", "country_device", "ID/ios", 0.1), share("ada", "country_device", "MY/android", 0.2),
                share("ada", "age", "18-24", 0.5), share("ben", "age", "25-34", 0.25));

        String page = text((kind, source, asOf, limit, offset) -> new CommerceFacts.Known(told, told.size()),
                "/audience");

        assertThat(page).contains("Share of the audience of creator/ada by country and device", "android ios",
                "ID 40\u00a0% 10\u00a0% MY 20\u00a0% · not known", "Ages, years", "creator/ben · not known 25\u00a0%")
                .doesNotContain("Genders");
    }

    @Test
    void withoutAJointShareNothingIsMultiplied() {
        List<Map<String, @Nullable Object>> told = List.of(share("ada", "country", "ID", 0.9),
                share("ada", "device", "ios", 0.2));

        assertThat(text((kind, source, asOf, limit, offset) -> new CommerceFacts.Known(told, told.size()), "/audience"))
                .contains("They are not multiplied", "creator/ada 90\u00a0%", "creator/ada 20\u00a0%")
                .doesNotContain("18");
        assertThat(text((kind, source, asOf, limit, offset) -> new CommerceFacts.Known(List.of(), 0), "/audience"))
                .contains("No audience was told of yet", "import FILE");
    }

    @Test
    void howVideosAreWatchedStandsInPercentAndSeconds() {
        Map<String, @Nullable Object> fact = new HashMap<>(Map.of("source", "tiktok-studio", "video_id",
                "7600000000000000601", "completion_rate", 0.425, "average_watch_seconds", 12.0, "new_followers", 0L,
                "observed_at",
                "2026-01-20T10:00:00Z"));

        assertThat(text((kind, source, asOf, limit, offset) -> new CommerceFacts.Known(List.of(fact), 1),
                "/sources/commerce?of=viewing"))
                .contains("How own videos are watched", "42.50\u00a0%", "12.0", "Watched\u00a0(s)", "–",
                        "20 Jan 2026, 10:00\u00a0UTC",
                        "A dash is what nobody told.")
                .doesNotContain("12.0000", "CTR");
    }
}
