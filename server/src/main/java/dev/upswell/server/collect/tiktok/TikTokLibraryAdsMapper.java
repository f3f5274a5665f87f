package dev.upswell.server.collect.tiktok;

import dev.upswell.commerce.LibraryAd;
import dev.upswell.content.Count;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Ads of TikTok's Commercial Content library.
///
/// Reach is told in steps, such as `11K`. Some names are spelt in two ways by the contract itself; both are read. Addresses of
/// films and pictures expire within hours, so only their number is kept.
final class TikTokLibraryAdsMapper implements FactMapper {

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_LIBRARY_ADS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return "tiktok-ads-library";
    }

    @Override
    public boolean recognises(JsonNode item) {
        JsonNode ad = item.path("ad");
        return ad.has("id") && (ad.has("first_shown_date") || ad.has("reach") || ad.has("last_shown_date"));
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        JsonNode ad = item.path("ad");
        String id = check.number("ad.id", JsonText.at(ad, "id"));
        LocalDate first = figures.day("ad.first_shown_date", JsonText.at(ad, "first_shown_date"));
        LocalDate last = figures.day("ad.last_shown_date", JsonText.at(ad, "last_shown_date"));
        String status = figures.text("ad.status", JsonText.at(ad, "status"));
        LibraryAd.Advertiser advertiser = advertiser(item.path("advertiser"), figures);
        Count reach = reach(seen(ad.path("reach")), check);
        if (id != null) {
            check.fact(new LibraryAd(id, contentSource(), figures.toldAt(), first, last,
                    status == null ? null : status.toLowerCase(Locale.ROOT), advertiser, reach,
                    ad.path("videos").size(), ad.path("image_urls").size()));
        }
    }

    /// Reach is told in whole thousands, millions or billions, or exactly below a thousand.
    private static @Nullable Count reach(@Nullable String text, RowCheck check) {
        Count reach = check.exact("ad.reach.unique_users_seen", text, CountLimit.PEOPLE);
        if (reach == null || text == null) {
            return null;
        }
        return new Count(reach.value(), switch (Character.toUpperCase(text.charAt(text.length() - 1))) {
            case 'K' -> 1_000;
            case 'M' -> 1_000_000;
            case 'B' -> 1_000_000_000;
            default -> 1;
        });
    }

    private static @Nullable String seen(JsonNode reach) {
        return JsonText.first(JsonText.at(reach, "unique_users_seen"), JsonText.at(reach, "unique_user_seen"));
    }

    private static LibraryAd.Advertiser advertiser(JsonNode advertiser, FigureCheck figures) {
        String id = JsonText.first(JsonText.at(advertiser, "business_id"), JsonText.at(advertiser, "buisness_id"));
        String paidBy = JsonText.first(JsonText.at(advertiser, "paid_for_by"), JsonText.at(advertiser, "paid_by"));
        return new LibraryAd.Advertiser(figures.digits("advertiser.business_id", id),
                figures.text("advertiser.business_name", JsonText.at(advertiser, "business_name")),
                figures.text("advertiser.paid_for_by", paidBy));
    }
}
