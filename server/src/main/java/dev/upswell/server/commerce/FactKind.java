package dev.upswell.server.commerce;

import dev.upswell.server.store.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The lists of facts about ads, shops, one's own work and activity.
public enum FactKind {
    /// What ads brought, by day.
    RESULTS(CommerceDatasets.AD_RESULT, "source", "ad_id", "name", "day", "currency", "spend", "impressions", "clicks", "ctr",
            "conversions", "cvr", "cpv"),
    /// Ads of the public library.
    ADS(CommerceDatasets.LIBRARY_AD, "source", "ad_id", "advertiser", "status", "first_shown", "last_shown", "reach"),
    /// Orders of one's own shop.
    ORDERS(CommerceDatasets.SHOP_ORDER, "source", "order_id", "status", "created_at", "currency", "total"),
    /// Their lines.
    ORDER_LINES(CommerceDatasets.ORDER_LINE, "source", "order_id", "line_id", "product_id", "product", "currency", "price"),
    /// Sales of products within periods.
    PRODUCT_SALES(CommerceDatasets.PRODUCT_SALES, "source", "product_id", "product", "shop", "period_days", "units", "currency",
            "revenue", "video_id"),
    /// What one made or plans.
    ASSETS(CommerceDatasets.OWN_ASSET, "asset_id", "campaign", "caption_text", "hook", "duration_seconds", "sound_id", "hashtags",
            "planned_at", "posted_at", "video_id"),
    /// Whom creators and videos reach.
    AUDIENCE(CommerceDatasets.AUDIENCE_SHARE, "entity_kind", "entity_id", "trait", "band", "share", "observed_at"),
    /// What the owner of an exported account did.
    ACTIVITY(CommerceDatasets.OWN_ACTIVITY, "account", "action", "entity_kind", "entity_id", "acted_at", "watched_seconds"),
    /// How own videos are watched.
    VIEWING(CommerceDatasets.VIDEO_VIEWING, "source", "video_id", "completion_rate", "average_watch_seconds", "rewatch_ratio",
            "retention_3s", "retention_5s", "profile_views", "link_clicks", "new_followers", "observed_at");

    /// The words for them.
    public static final List<String> LABELS = Arrays.stream(values()).map(FactKind::label).toList();

    private final Dataset dataset;
    private final List<String> shown;

    FactKind(Dataset dataset, String... shown) {
        this.dataset = dataset;
        this.shown = List.of(shown);
    }

    /// The columns that people look at first.
    public List<String> shown() {
        return shown;
    }

    Dataset dataset() {
        return dataset;
    }

    /// The word for it in commands and addresses.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind with this label.
    ///
    /// **errors** `IllegalArgumentException` when there is none.
    public static FactKind of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("facts (" + label + ") must be one of "
                        + String.join(", ", LABELS) + "\nMaybe check the spelling."));
    }
}
